/**
 * Bytes to records and back: Ethernet, ARP, IP, ICMP, UDP and VRRP, with all checksums real.
 *
 * <p>Everything here is a pure function over netty buffers. Decoding gives a packet or a named
 * reason why there is none; it judges form only. Whether a well-formed advert is acceptable is the
 * business of {@code io.vrrplab.vrrp}. Start at {@link io.vrrplab.wire.Frame}.
 */
@NullMarked
package io.vrrplab.wire;

import org.jspecify.annotations.NullMarked;
