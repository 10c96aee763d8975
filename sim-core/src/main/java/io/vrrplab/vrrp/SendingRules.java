package io.vrrplab.vrrp;

import io.vrrplab.wire.ChecksumForm;

/**
 * What a router puts on the wire.
 *
 * @param ipv4Version3Checksum the checksum of version 3 over IPv4: message only in RFC 9568 5.2.8,
 *     with pseudo-header in RFC 5798 5.2.8 as deployed ({@code v3_checksum_as_v2} in keepalived)
 * @param advertSource the MAC that adverts leave from: the virtual one in RFC 9568 7.2, the
 *     interface's in keepalived without {@code use_vmac} or with {@code vmac_xmit_base}
 * @param firstIpv6Address what may stand first in an IPv6 address list
 * @param leastAddresses how many addresses an advert lists at least: 1 in RFC 9568 5.2.5, and 0 in
 *     keepalived, whose version 2 takes an empty list at any time and whose version 3 with {@code
 *     no_virtual_ipaddress}
 * @param passwords whether version 2 may carry a simple password: RFC 3768 5.3.6 withdrew it
 * @param typeOfService the TOS octet or traffic class, 0 to 255; no RFC prescribes one, keepalived
 *     and FRR send 0xc0 (CS6)
 * @param shutdownReleases how many adverts of priority 0 a Master sends at an orderly stop, 1 in
 *     RFC 9568 6.4.3
 * @param faultReleases how many it sends when something it depends on failed; keepalived sends two
 *     when a tracked script fails
 */
public record SendingRules(
    ChecksumForm ipv4Version3Checksum,
    MacChoice advertSource,
    FirstIpv6Address firstIpv6Address,
    int leastAddresses,
    Passwords passwords,
    int typeOfService,
    int shutdownReleases,
    int faultReleases) {

  /** What may stand first in the address list of an IPv6 virtual router. */
  public enum FirstIpv6Address {
    /** A link-local address only (RFC 9568 5.2.9, RFC 5798 5.2.9). */
    LINK_LOCAL,
    /** Whatever is configured, as keepalived and FRR do. */
    ANY
  }

  /** Whether version 2 adverts may carry the simple password of RFC 2338. */
  public enum Passwords {
    /** No (RFC 3768 5.3.6). */
    NONE,
    /** Yes, as keepalived does. */
    SIMPLE
  }

  public SendingRules {
    Checks.range("least number of addresses", leastAddresses, 0, 1);
    Checks.range("type of service", typeOfService, 0, 255);
    Checks.range("priority-0 adverts at shutdown", shutdownReleases, 0, 10);
    Checks.range("priority-0 adverts at a fault", faultReleases, 0, 10);
  }

  /** The same, with another checksum for version 3 over IPv4. */
  public SendingRules withIpv4Version3Checksum(ChecksumForm changed) {
    return new SendingRules(
        changed,
        advertSource,
        firstIpv6Address,
        leastAddresses,
        passwords,
        typeOfService,
        shutdownReleases,
        faultReleases);
  }

  /** The same, with adverts that leave from another MAC. */
  public SendingRules withAdvertSource(MacChoice changed) {
    return new SendingRules(
        ipv4Version3Checksum,
        changed,
        firstIpv6Address,
        leastAddresses,
        passwords,
        typeOfService,
        shutdownReleases,
        faultReleases);
  }
}
