package io.vrrplab.wire;

/**
 * What the checksum of a VRRP message covers. Version 2 always uses the first form, version 3 over
 * IPv6 always the second; over IPv4 version 3 comes in both (RFC 5798 5.2.8, RFC 9568 5.2.8).
 */
public enum ChecksumForm {
  /** The VRRP message alone. */
  MESSAGE_ONLY,
  /** The pseudo-header of the IP family, then the VRRP message. */
  PSEUDO_HEADER,
  /**
   * The same with the group of VRRP in place of the destination, in unicast adverts over IPv4: no
   * RFC's, keepalived's up to 1.3.6.
   */
  GROUP_PSEUDO_HEADER
}
