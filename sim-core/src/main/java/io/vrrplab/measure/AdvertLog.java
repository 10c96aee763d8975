package io.vrrplab.measure;

import io.vrrplab.lan.Lab;
import io.vrrplab.lan.LabListener;
import io.vrrplab.lan.Machine;
import io.vrrplab.lan.VirtualRouter;
import io.vrrplab.vrrp.ReceivedAdvert;
import io.vrrplab.vrrp.RejectReason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Notes each advert that a node refuses, or takes although it is odd, with the reason; of one node
 * and one reason at most once a second, so that a flood of bad adverts does not become a flood of
 * lines (RFC 3768 7.1, RFC 9568 7.1). The line after a pause says how many were left out.
 */
public final class AdvertLog implements LabListener {

  private static final long PAUSE_NANOS = 1_000_000_000L;

  private final Lab lab;
  private final List<LogEntry> entries = new ArrayList<>();
  private final SequencedMap<Matter, Pause> pauses = new LinkedHashMap<>();

  /** What lines are spared about. */
  private record Matter(String node, RejectReason reason, boolean refused) {}

  /** How it goes on with a matter: not before a time, and after so many that were left out. */
  private record Pause(long untilNanos, long leftOut) {}

  /** Watches a lab. */
  public AdvertLog(Lab lab) {
    this.lab = lab;
    lab.listen(this);
  }

  @Override
  public void advertRejected(
      Machine node, @Nullable VirtualRouter router, ReceivedAdvert heard, RejectReason reason) {
    note(
        new Matter(node.name(), reason, true),
        "advert from %s for VRID %d refused: %s"
            .formatted(heard.source(), heard.packet().virtualRouterId(), reason.words()));
  }

  @Override
  public void advertTolerated(VirtualRouter router, RejectReason irregularity) {
    note(
        new Matter(router.machine().name(), irregularity, false),
        "advert for VRID %d taken, but odd: %s"
            .formatted(router.config().virtualRouterId(), irregularity.words()));
  }

  private void note(Matter matter, String text) {
    long now = lab.simulation().nowNanos();
    Pause pause = pauses.getOrDefault(matter, new Pause(now, 0));
    if (now < pause.untilNanos()) {
      pauses.put(matter, new Pause(pause.untilNanos(), pause.leftOut() + 1));
      return;
    }
    String more = pause.leftOut() == 0 ? "" : " (" + pause.leftOut() + " more since the last note)";
    entries.add(new LogEntry(now, LogEntry.Kind.NOTE, matter.node(), text + more));
    pauses.put(matter, new Pause(now + PAUSE_NANOS, 0));
  }

  /** What was noted until now, in the order of time. */
  public List<LogEntry> report() {
    return List.copyOf(entries);
  }
}
