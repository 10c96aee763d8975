/**
 * Bytes to records and back: Ethernet, ARP, IP, ICMP, UDP and VRRP, with all checksums real.
 *
 * <p>Everything here is a pure function over netty buffers. Decoding gives a packet or a named
 * {@link io.vrrplab.wire.Refusal}; it judges form only, so an advert of any TTL and with any VRRP
 * checksum comes through, and {@link io.vrrplab.wire.VrrpChecksum} tells what its checksum is
 * worth. Start at {@link io.vrrplab.wire.Frame}, then walk down the layers from {@link
 * io.vrrplab.wire.EthernetFrame} over its payload to the payload of that; each protocol has its
 * records and one codec.
 */
@NullMarked
package io.vrrplab.wire;

import org.jspecify.annotations.NullMarked;
