package io.vrrplab.conformance.device;

/** What a device may lack without breaking the protocol. A device that lacks one says so. */
public enum Ability {
  /** Can be the owner of the addresses, with priority 255. */
  OWNERSHIP("can own the addresses"),
  /** Compares the listed addresses with its own and drops what differs (RFC 3768 7.1: MAY). */
  ADDRESS_LIST_CHECK("compares address lists"),
  /** Tells a host of a shorter way by ICMP (RFC 3768 8.1, RFC 9568 8.1.1: may). */
  REDIRECTS("sends redirects");

  private final String words;

  Ability(String words) {
    this.words = words;
  }

  /** What a device with this ability does, to be read after "the device". */
  public String words() {
    return words;
  }
}
