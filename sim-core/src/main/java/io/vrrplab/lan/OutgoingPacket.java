package io.vrrplab.lan;

import io.vrrplab.wire.EthernetPayload;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.MacAddress;

/**
 * A packet that knows its way but not yet the MAC of the next hop.
 *
 * @param packet the IP packet
 * @param source its source address
 * @param sourceMac the MAC it will leave with
 */
record OutgoingPacket(EthernetPayload packet, IpAddress source, MacAddress sourceMac) {}
