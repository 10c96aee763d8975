package io.vrrplab.lan;

import io.vrrplab.wire.EthernetPayload;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv4Packet;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * One-to-one translation of addresses (RFC 3022 2.1, Basic NAT), as a cloud maps a floating address
 * to one inside: packets to the public address go on to the inner one, and what comes from there is
 * said to come from the public one. Over UDP and ICMP echo, whose checksums are computed anew.
 */
final class AddressTranslation {

  private final SequencedMap<IpAddress, Ipv4Address> inside = new LinkedHashMap<>(0);
  private final SequencedMap<IpAddress, Ipv4Address> outside = new LinkedHashMap<>(0);

  void add(Ipv4Address publicAddress, Ipv4Address inner) {
    inside.put(publicAddress, inner);
    outside.put(inner, publicAddress);
  }

  /** The inner address that stands behind a public one; null if it is none. */
  @Nullable IpAddress inner(IpAddress publicAddress) {
    return inside.isEmpty() ? null : inside.get(publicAddress);
  }

  /** Whether what comes from this address leaves under another. */
  boolean hides(IpAddress inner) {
    return !outside.isEmpty() && outside.containsKey(inner);
  }

  /** The packet as it goes on inside. */
  EthernetPayload inward(EthernetPayload packet) {
    Ipv4Address to = packet instanceof Ipv4Packet v4 ? inside.get(v4.destination()) : null;
    return to == null ? packet : ((Ipv4Packet) packet).withDestination(to);
  }

  /** The packet as it goes on outside. */
  EthernetPayload outward(EthernetPayload packet) {
    Ipv4Address from = packet instanceof Ipv4Packet v4 ? outside.get(v4.source()) : null;
    return from == null ? packet : ((Ipv4Packet) packet).withSource(from);
  }
}
