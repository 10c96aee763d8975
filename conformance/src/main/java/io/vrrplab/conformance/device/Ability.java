package io.vrrplab.conformance.device;

/** What a device may lack without breaking the protocol. A device that lacks one says so. */
public enum Ability {
  /** Can be the owner of the addresses, with priority 255. */
  OWNERSHIP("can own the addresses"),
  /** Compares the listed addresses with its own and drops what differs (RFC 3768 7.1: MAY). */
  ADDRESS_LIST_CHECK("compares address lists"),
  /** Tells a host of a shorter way by ICMP (RFC 3768 8.1, RFC 9568 8.1.1: may). */
  REDIRECTS("sends redirects"),
  /** Runs more than one virtual router on an interface (RFC 3768 4.2, RFC 9568 4.2). */
  SEVERAL_ROUTERS("runs several virtual routers"),
  /** Stands on two LANs, and runs VRRP on both. */
  SECOND_LAN("stands on a second LAN"),
  /** Can be cut off from a LAN and joined to it again, so that its interface notices. */
  LINK("sees its interface go down and come up"),
  /** Takes other settings without being stopped. */
  RECONFIGURATION("takes other settings while it runs"),
  /** Looks at settings before it takes them, and says which ones it does not. */
  REFUSAL("refuses settings that are out of range"),
  /** Answers ARP on each LAN for the hosts of the other (RFC 1027), of its own accord. */
  PROXY_ARP("answers ARP for hosts on its other LAN"),
  /** Counts what it refuses (RFC 3768 7.1, RFC 9568 7.1: MAY tell management). */
  COUNTERS("counts the adverts that it refuses"),
  /** Logs what it refuses, and what it finds odd (RFC 3768 7.1, RFC 9568 7.1: SHOULD). */
  LOG("logs the adverts that it refuses or finds odd"),
  /** Says why it became Master (RFC 6527). */
  MASTER_REASON("says why it became Master"),
  /** Can run versions 2 and 3 side by side in one virtual router (RFC 9568 8.4: an option). */
  MIXED_VERSIONS("can mix versions 2 and 3");

  private final String words;

  Ability(String words) {
    this.words = words;
  }

  /** What a device with this ability does, to be read after "the device". */
  public String words() {
    return words;
  }
}
