package io.vrrplab.measure;

import io.vrrplab.lan.Lab;
import io.vrrplab.lan.LabListener;
import io.vrrplab.lan.Machine;
import io.vrrplab.lan.VirtualRouter;
import io.vrrplab.vrrp.Advert;
import io.vrrplab.vrrp.ReceivedAdvert;
import io.vrrplab.vrrp.RejectReason;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Counts adverts over all nodes. */
public final class AdvertMeter implements LabListener {

  private final Map<RejectReason, Long> rejected = new EnumMap<>(RejectReason.class);
  private final Map<RejectReason, Long> tolerated = new EnumMap<>(RejectReason.class);
  private long sent;
  private long received;

  /** Watches a lab. */
  public AdvertMeter(Lab lab) {
    lab.listen(this);
  }

  @Override
  public void advertSent(VirtualRouter router, int priority) {
    sent++;
  }

  @Override
  public void advertReceived(VirtualRouter router, Advert advert) {
    received++;
  }

  @Override
  public void advertRejected(
      Machine node, @Nullable VirtualRouter router, ReceivedAdvert heard, RejectReason reason) {
    received++;
    rejected.merge(reason, 1L, Long::sum);
  }

  @Override
  public void advertTolerated(VirtualRouter router, RejectReason irregularity) {
    tolerated.merge(irregularity, 1L, Long::sum);
  }

  /** What was seen until now. */
  public AdvertCounts report() {
    return new AdvertCounts(sent, received, byReason(rejected));
  }

  /**
   * How many adverts were accepted although something about them was not as configured, by what it
   * was: every reason named, zero included, in the order of the checks.
   */
  public SequencedMap<String, Long> tolerated() {
    return byReason(tolerated);
  }

  private static SequencedMap<String, Long> byReason(Map<RejectReason, Long> counts) {
    SequencedMap<String, Long> byReason = new LinkedHashMap<>();
    for (RejectReason reason : RejectReason.values()) {
      byReason.put(reason.key(), counts.getOrDefault(reason, 0L));
    }
    return byReason;
  }
}
