package io.vrrplab.keepalived.config;

import io.vrrplab.keepalived.finding.Position;

/**
 * Something that an instance or a sync group watches.
 *
 * @param kind what sort of thing
 * @param name of the interface, script, file, process or BFD session
 * @param weight 0: its failure is a fault; positive: added while it is well; negative: added while
 *     it is not; -254 to 254
 * @param reverse whether the weight changes its sign; of weight 0, whether well is the fault
 * @param at where it is named
 */
public record Tracker(Kind kind, String name, int weight, boolean reverse, Position at) {

  /** The same as a fault. */
  Tracker withoutWeight() {
    return new Tracker(kind, name, 0, reverse, at);
  }

  /** What can be watched. */
  public enum Kind {
    INTERFACE,
    SCRIPT,
    FILE,
    PROCESS,
    BFD;

    /** The keyword of the block that lists them. */
    public String keyword() {
      return switch (this) {
        case INTERFACE -> "track_interface";
        case SCRIPT -> "track_script";
        case FILE -> "track_file";
        case PROCESS -> "track_process";
        case BFD -> "track_bfd";
      };
    }
  }
}
