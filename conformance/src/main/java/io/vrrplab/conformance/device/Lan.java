package io.vrrplab.conformance.device;

/** A LAN that both the device and the tester stand on; every device stands on the first. */
public enum Lan {
  FIRST("the LAN"),
  SECOND("the second LAN");

  private final String words;

  Lan(String words) {
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }
}
