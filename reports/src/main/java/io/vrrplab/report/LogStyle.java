package io.vrrplab.report;

/** Whose words the story of a run is told in. */
public enum LogStyle {
  /** Our own: the timeline. */
  STORY,
  /** The timeline, and what keepalived would have logged. */
  KEEPALIVED
}
