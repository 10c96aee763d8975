package io.vrrplab.vrrp;

import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.VrrpPacket;

/**
 * A packet of IP protocol 112 as it arrived, before anybody judged it.
 *
 * @param source source address of the IP header
 * @param destination destination address of the IP header
 * @param hopLimit TTL or hop limit, 0 to 255
 * @param packet the VRRP message
 * @param surplusOctets octets of the IP payload after the last one that the message announces
 * @param checksum which checksum forms the message satisfies
 */
public record ReceivedAdvert(
    IpAddress source,
    IpAddress destination,
    int hopLimit,
    VrrpPacket packet,
    int surplusOctets,
    ChecksumMatch checksum) {}
