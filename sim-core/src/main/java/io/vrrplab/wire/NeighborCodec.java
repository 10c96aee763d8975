package io.vrrplab.wire;

import io.netty.buffer.ByteBuf;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Neighbour discovery (RFC 4861 4.1 to 4.5). Reserved fields are sent as 0 and not read. */
final class NeighborCodec {

  private static final int ROUTER_SOLICITATION = 8;
  private static final int ROUTER_ADVERTISEMENT = 16;
  private static final int NEIGHBOR = 24;
  private static final int REDIRECT = 40;

  private static final int HOP_LIMIT = 4;
  private static final int RA_FLAGS = 5;
  private static final int LIFETIME = 6;
  private static final int REACHABLE = 8;
  private static final int RETRANSMIT = 12;
  private static final int NA_FLAGS = 4;
  private static final int TARGET = 8;
  private static final int REDIRECT_DESTINATION = 24;

  private static final int ROUTER = 0x80;
  private static final int SOLICITED = 0x40;
  private static final int OVERRIDE = 0x20;

  private NeighborCodec() {}

  static int length(RouterSolicitation packet) {
    return ROUTER_SOLICITATION + NeighborOptionCodec.length(packet.options());
  }

  static int length(RouterAdvertisement packet) {
    return ROUTER_ADVERTISEMENT + NeighborOptionCodec.length(packet.options());
  }

  static int length(NeighborSolicitation packet) {
    return NEIGHBOR + NeighborOptionCodec.length(packet.options());
  }

  static int length(NeighborAdvertisement packet) {
    return NEIGHBOR + NeighborOptionCodec.length(packet.options());
  }

  static int length(Icmpv6Redirect packet) {
    return REDIRECT + NeighborOptionCodec.length(packet.options());
  }

  static void write(ByteBuf out, int from, RouterSolicitation packet) {
    NeighborOptionCodec.write(out, from + ROUTER_SOLICITATION, packet.options());
  }

  static void write(ByteBuf out, int from, RouterAdvertisement packet) {
    out.setByte(from + HOP_LIMIT, packet.currentHopLimit());
    out.setByte(from + RA_FLAGS, packet.flags());
    out.setShort(from + LIFETIME, packet.lifetimeSeconds());
    out.setInt(from + REACHABLE, (int) packet.reachableMillis());
    out.setInt(from + RETRANSMIT, (int) packet.retransmitMillis());
    NeighborOptionCodec.write(out, from + ROUTER_ADVERTISEMENT, packet.options());
  }

  static void write(ByteBuf out, int from, NeighborSolicitation packet) {
    Ipv6Codec.writeAddress(out, from + TARGET, packet.target());
    NeighborOptionCodec.write(out, from + NEIGHBOR, packet.options());
  }

  static void write(ByteBuf out, int from, NeighborAdvertisement packet) {
    int flags =
        (packet.router() ? ROUTER : 0)
            | (packet.solicited() ? SOLICITED : 0)
            | (packet.override() ? OVERRIDE : 0);
    out.setByte(from + NA_FLAGS, flags);
    Ipv6Codec.writeAddress(out, from + TARGET, packet.target());
    NeighborOptionCodec.write(out, from + NEIGHBOR, packet.options());
  }

  static void write(ByteBuf out, int from, Icmpv6Redirect packet) {
    Ipv6Codec.writeAddress(out, from + TARGET, packet.target());
    Ipv6Codec.writeAddress(out, from + REDIRECT_DESTINATION, packet.destination());
    NeighborOptionCodec.write(out, from + REDIRECT, packet.options());
  }

  static @Nullable RouterSolicitation readRouterSolicitation(Reading in, int from, int end) {
    List<NeighborOption> options = readOptions(in, from, ROUTER_SOLICITATION, end);
    return options == null ? null : new RouterSolicitation(options);
  }

  static @Nullable RouterAdvertisement readRouterAdvertisement(Reading in, int from, int end) {
    List<NeighborOption> options = readOptions(in, from, ROUTER_ADVERTISEMENT, end);
    if (options == null) {
      return null;
    }
    ByteBuf octets = in.octets;
    return new RouterAdvertisement(
        octets.getUnsignedByte(from + HOP_LIMIT),
        octets.getUnsignedByte(from + RA_FLAGS),
        octets.getUnsignedShort(from + LIFETIME),
        octets.getUnsignedInt(from + REACHABLE),
        octets.getUnsignedInt(from + RETRANSMIT),
        options);
  }

  static @Nullable NeighborSolicitation readNeighborSolicitation(Reading in, int from, int end) {
    List<NeighborOption> options = readOptions(in, from, NEIGHBOR, end);
    return options == null
        ? null
        : new NeighborSolicitation(Ipv6Codec.readAddress(in.octets, from + TARGET), options);
  }

  static @Nullable NeighborAdvertisement readNeighborAdvertisement(Reading in, int from, int end) {
    List<NeighborOption> options = readOptions(in, from, NEIGHBOR, end);
    if (options == null) {
      return null;
    }
    int flags = in.octets.getUnsignedByte(from + NA_FLAGS);
    return new NeighborAdvertisement(
        (flags & ROUTER) != 0,
        (flags & SOLICITED) != 0,
        (flags & OVERRIDE) != 0,
        Ipv6Codec.readAddress(in.octets, from + TARGET),
        options);
  }

  static @Nullable Icmpv6Redirect readRedirect(Reading in, int from, int end) {
    List<NeighborOption> options = readOptions(in, from, REDIRECT, end);
    return options == null
        ? null
        : new Icmpv6Redirect(
            Ipv6Codec.readAddress(in.octets, from + TARGET),
            Ipv6Codec.readAddress(in.octets, from + REDIRECT_DESTINATION),
            options);
  }

  private static @Nullable List<NeighborOption> readOptions(
      Reading in, int from, int fixed, int end) {
    return end - from < fixed
        ? in.refuseShort(Refusal.ICMPV6_TRUNCATED, end - from, fixed)
        : NeighborOptionCodec.read(in, from + fixed, end);
  }
}
