package io.vrrplab.measure;

/**
 * A line of the story of a run.
 *
 * @param atNanos when, nanoseconds since the start
 * @param kind what sort of line
 * @param subject who: a node, host, segment, or virtual router
 * @param text what happened, a phrase without a full stop, as {@code Backup → Master (VRID 41):
 *     nothing heard for 3.609375 s}
 */
public record LogEntry(long atNanos, Kind kind, String subject, String text) {

  /** What sort of line it is. */
  public enum Kind {
    /** An event of the timeline struck. */
    FAULT,
    /** A virtual router changed its state on a node. */
    STATE,
    /** Something worth knowing, such as an advert lost on the way. */
    NOTE
  }
}
