package io.vrrplab.wire;

/** What the checksum of an advert covers. */
public enum ChecksumForm {
  /** The message alone: version 2, and version 3 over IPv4 (RFC 3768 5.3.8, RFC 9568 5.2.8). */
  MESSAGE_ONLY,
  /**
   * A pseudo-header, then the message: version 3 over IPv6, and over IPv4 what deployed
   * implementations of RFC 5798 5.2.8 compute.
   */
  PSEUDO_HEADER
}
