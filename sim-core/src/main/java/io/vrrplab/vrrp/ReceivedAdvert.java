package io.vrrplab.vrrp;

import io.vrrplab.wire.ChecksumForm;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.VrrpPacket;
import java.util.Set;

/**
 * A packet of IP protocol 112 as it arrived, before anybody judged it.
 *
 * @param source source address of the IP header
 * @param destination destination address of the IP header
 * @param hopLimit TTL or hop limit, 0 to 255
 * @param packet the VRRP message
 * @param surplusOctets octets of the IP payload after the last one that the message announces
 * @param satisfiedForms which forms of the checksum the message satisfies, a set that nobody
 *     changes; it is not copied, since packets are many and the sets are four
 */
public record ReceivedAdvert(
    IpAddress source,
    IpAddress destination,
    int hopLimit,
    VrrpPacket packet,
    int surplusOctets,
    Set<ChecksumForm> satisfiedForms) {}
