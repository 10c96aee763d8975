package io.vrrplab.vrrp;

/**
 * The receive checks of RFC 3768 7.1, RFC 5798 7.1 and RFC 9568 7.1 and of the daemons, in the
 * order in which they are made: a packet that fails several counts under the first.
 */
public enum RejectReason {
  /** Sent from the own primary address; Linux hands such packets to no daemon. */
  OWN_ADDRESS("own-address", "comes from our own address"),
  /** Not sent to the VRRP group. */
  DESTINATION("destination", "was not sent to the VRRP group"),
  /** Step 1: TTL or hop limit is not 255, so a router was on the way. */
  TTL("ttl", "TTL or hop limit is not 255"),
  /** Step 2. */
  VERSION("version", "is of another version"),
  /** Step 3; RFC 3768 5.3.2 and RFC 5798 5.2.2 state it with the field. */
  TYPE("type", "is no advertisement"),
  /** Step 4: shorter than what it announces. */
  INCOMPLETE("incomplete", "is shorter than it should be"),
  /** Octets after the last one that the count announces; the RFCs are silent. */
  SURPLUS("surplus", "is longer than it should be"),
  /** keepalived's auth_hmac: there is no trailer, where one has to be. */
  TRAILER_MISSING("trailer-missing", "has no authentication trailer"),
  /** Its trailer is of an unknown type, or its reserved octets are not 0. */
  TRAILER_MALFORMED("trailer-malformed", "has a malformed authentication trailer"),
  /** Its sender's clock is farther from the own one than the window allows. */
  TRAILER_STALE("trailer-stale", "is outside of the time window of its authentication"),
  /** It is signed with a key that is not configured. */
  TRAILER_KEY("trailer-key", "is authenticated with an unknown key"),
  /** Its HMAC does not fit. */
  TRAILER_HMAC("trailer-hmac", "has a wrong authentication HMAC"),
  /** Its number is not higher than its sender's last one. */
  TRAILER_REPLAYED("trailer-replayed", "has an authentication trailer that was heard before"),
  /** Step 5. */
  CHECKSUM("checksum", "has a checksum that does not fit"),
  /** Step 6: no virtual router of that VRID and family here. */
  UNKNOWN_VRID("unknown-vrid", "is for a VRID that is not configured"),
  /** Not from one of the peers, where a daemon takes adverts from peers only. */
  PEER("peer", "comes from nobody among the peers"),
  /** Step 7: the receiver owns the addresses. */
  OWNER("owner", "came to the owner of the addresses"),
  /** Step 8, version 2: the authentication type is not the configured one. */
  AUTHENTICATION("authentication", "has another authentication type"),
  /** Step 8, simple password of RFC 2338. */
  PASSWORD("password", "has a wrong password"),
  /** Step 9, EID 8299: lists no address. */
  COUNT("count", "lists no address"),
  /** Step 10, EID 8300: the first IPv6 address is not link-local. */
  LINK_LOCAL("link-local", "lists a first address that is not link-local"),
  /** Step 11, EID 8301: announces an interval of 0. */
  INTERVAL_ZERO("interval-zero", "announces an interval of 0"),
  /** Step 13: lists other addresses than the own configuration. */
  ADDRESS_LIST("address-list", "lists other addresses than configured"),
  /** Steps 12 and 14: announces another interval than the own. */
  INTERVAL("interval", "announces another interval than configured");

  private final String key;
  private final String words;

  RejectReason(String key, String words) {
    this.key = key;
    this.words = words;
  }

  /** The stable name for result files, lower case. */
  public String key() {
    return key;
  }

  /** What is wrong with the packet, to be read after "the advert". */
  public String words() {
    return words;
  }
}
