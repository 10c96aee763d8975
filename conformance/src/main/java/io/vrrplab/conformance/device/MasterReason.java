package io.vrrplab.conformance.device;

/** Why a device became Master, after the notification of RFC 6527. */
public enum MasterReason {
  /** It owns the addresses. */
  PRIORITY("priority"),
  /** It was preferred to the Master that it heard. */
  PREEMPTED("preempted"),
  /** The Master fell silent, or there was none. */
  NO_RESPONSE("no response");

  private final String words;

  MasterReason(String words) {
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }
}
