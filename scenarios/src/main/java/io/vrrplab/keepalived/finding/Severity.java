package io.vrrplab.keepalived.finding;

/** How bad a finding is, the worst first. */
public enum Severity {
  /** {@code keepalived -t} refuses the file for it, whether or not the daemon would start. */
  ERROR,
  /** keepalived takes the file in silence, and something will go wrong one day. */
  WARNING,
  /** Good to know. */
  NOTE;

  /** The word in front of the message. */
  public String word() {
    return switch (this) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTE -> "note";
    };
  }
}
