package io.vrrplab.wire;

import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Options of neighbour discovery (RFC 4861 4.6): type, length in units of 8 octets, body. */
final class NeighborOptionCodec {

  private static final int UNIT = 8;
  private static final int BODY = 2;

  /** What is left of a link-layer option without its type and length. */
  private static final long MAC_BITS = 0xffff_ffff_ffffL;

  private NeighborOptionCodec() {}

  static int length(List<NeighborOption> options) {
    int length = 0;
    for (NeighborOption option : options) {
      length += length(option);
    }
    return length;
  }

  private static int length(NeighborOption option) {
    return switch (option) {
      case NeighborOption.SourceLinkLayer _, NeighborOption.TargetLinkLayer _ -> UNIT;
      case NeighborOption.Other other -> BODY + other.body().length();
    };
  }

  static void write(ByteBuf out, int from, List<NeighborOption> options) {
    int at = from;
    for (NeighborOption option : options) {
      int length = length(option);
      out.setByte(at, option.type());
      out.setByte(at + 1, length / UNIT);
      switch (option) {
        case NeighborOption.SourceLinkLayer source ->
            EthernetCodec.writeMac(out, at + BODY, source.mac());
        case NeighborOption.TargetLinkLayer target ->
            EthernetCodec.writeMac(out, at + BODY, target.mac());
        case NeighborOption.Other other -> other.body().writeTo(out, at + BODY);
      }
      at += length;
    }
  }

  /** Reads options to the end of the message; one of length 0 spoils it (RFC 4861 4.6). */
  static @Nullable List<NeighborOption> read(Reading in, int from, int end) {
    List<NeighborOption> options = new ArrayList<>(2);
    int at = from;
    while (at < end) {
      int length = end - at < BODY ? 0 : in.octets.getUnsignedByte(at + 1) * UNIT;
      if (length == 0 || length > end - at) {
        return in.refuse(
            Refusal.ND_OPTION, "option of " + length + " octets, there are " + (end - at));
      }
      options.add(readOption(in.octets, at, length));
      at += length;
    }
    return options;
  }

  private static NeighborOption readOption(ByteBuf octets, int at, int length) {
    int type = octets.getUnsignedByte(at);
    if (length == UNIT && type == NeighborOption.SourceLinkLayer.TYPE) {
      return new NeighborOption.SourceLinkLayer(macOf(octets, at));
    }
    if (length == UNIT && type == NeighborOption.TargetLinkLayer.TYPE) {
      return new NeighborOption.TargetLinkLayer(macOf(octets, at));
    }
    return new NeighborOption.Other(type, Octets.window(octets, at + BODY, at + length));
  }

  private static MacAddress macOf(ByteBuf octets, int at) {
    return new MacAddress(octets.getLong(at) & MAC_BITS);
  }
}
