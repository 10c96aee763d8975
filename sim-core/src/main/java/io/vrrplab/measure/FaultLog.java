package io.vrrplab.measure;

import io.vrrplab.lan.FaultNotice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The faults until now, asked which of them explains a takeover.
 *
 * @param struck in the order of time
 */
record FaultLog(List<Struck> struck) {

  private static final String PREEMPT = "preempt";
  private static final String LOSS = "loss";
  private static final String IMPAIR = "impair";

  /** Verbs that take nothing away, and so cannot make another node stand up. */
  private static final List<String> MENDING =
      List.of("start", "link-up", "interface-up", "heal", "forget", "end", "add-address");

  /** Verbs that change who is the better node, while both live. */
  private static final List<String> RANKING = List.of("check", "priority", "reload");

  /** Verbs that end a node, which by that cannot stand up itself. */
  private static final List<String> ENDING = List.of("stop", "kill", "crash", "restart");

  /** What a daemon notices only after its next runs, and then gives up its role for. */
  private static final String CHECK = "check";

  /** A fault and its time. */
  record Struck(long atNanos, FaultNotice notice) {}

  /** The verb of the fault that explains a takeover, and when it struck. */
  record Cause(String verb, @Nullable Long atNanos) {

    boolean isPreemption() {
      return verb.equals(PREEMPT);
    }
  }

  /**
   * A better node took over from a living Master: what brought it back explains it, or what made it
   * the better one, if anything.
   */
  Cause preemption(String from, String to) {
    for (Struck each : struck.reversed()) {
      if (MENDING.contains(each.notice.verb()) && concerns(each, to)
          || each.notice.verb().equals("restart") && concerns(each, to)
          || RANKING.contains(each.notice.verb()) && (concerns(each, to) || concerns(each, from))) {
        return new Cause(PREEMPT, each.atNanos);
      }
    }
    return new Cause(PREEMPT, null);
  }

  /**
   * The latest fault that harmed the old Master or cut the new one off.
   *
   * @param sinceNanos by when the old Master was heard, so that a fault which struck earlier was
   *     over; an impaired link lets something through all the time
   * @param released whether the old Master gave up its role
   */
  Cause failure(String from, String to, long sinceNanos, boolean released) {
    for (Struck each : struck.reversed()) {
      String verb = each.notice.verb();
      if (!MENDING.contains(verb)
          && (each.atNanos >= sinceNanos
              || verb.equals(IMPAIR)
              || released && verb.equals(CHECK) && concerns(each, from))
          && (concerns(each, from) || concerns(each, to) && !ENDING.contains(verb))) {
        return new Cause(verb, each.atNanos);
      }
    }
    return new Cause(LOSS, null);
  }

  private static boolean concerns(Struck each, String node) {
    return each.notice.machines().isEmpty() || each.notice.machines().contains(node);
  }
}
