package io.vrrplab.measure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One passing of mastership, measured against the bound of the RFC. All times are nanoseconds since
 * the start of the run; null where a thing did not happen.
 *
 * @param virtualRouter whose mastership passed
 * @param cause the verb of the fault, {@code preempt} where a better router took over from a living
 *     Master, {@code loss} where no fault of the timeline explains it
 * @param from the Master until then
 * @param to the node that held mastership when the contention ended
 * @param contenders the others that stood up at the same time
 * @param faultNanos when the fault struck
 * @param lastAdvertNanos when {@code to} last received a valid advert of the old Master
 * @param newMasterNanos when {@code to} became Master
 * @param masterDownNanos from the last advert to the new Master: what the RFC bounds
 * @param priorityZero whether that last advert had priority 0, so that the bound is Skew_Time
 * @param rfc the clause of the bound, as {@code RFC 3768 6.1}
 * @param rfcMasterDownNanos the bound
 * @param withinRfc whether the bound was kept; true where nothing was heard that could start a
 *     timer
 * @param detectionNanos from the fault to the new Master
 * @param outageNanos from the first client packet lost for it to the first that got through; null
 *     where no traffic went to the virtual router, 0 where nothing was lost
 */
public record FailoverReport(
    VirtualRouterId virtualRouter,
    String cause,
    String from,
    String to,
    List<String> contenders,
    @Nullable Long faultNanos,
    @Nullable Long lastAdvertNanos,
    long newMasterNanos,
    @Nullable Long masterDownNanos,
    boolean priorityZero,
    String rfc,
    long rfcMasterDownNanos,
    boolean withinRfc,
    @Nullable Long detectionNanos,
    @Nullable Long outageNanos) {}
