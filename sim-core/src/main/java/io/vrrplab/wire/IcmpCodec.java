package io.vrrplab.wire;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/** ICMP for IPv4 (RFC 792). Every message has a header of eight octets. */
final class IcmpCodec {

  private static final int HEADER = 8;
  private static final int CODE = 1;
  private static final int CHECKSUM = 2;
  private static final int BODY = 4;
  private static final int SECOND_HALF = 6;

  private IcmpCodec() {}

  static int length(IcmpPacket packet) {
    return switch (packet) {
      case IcmpEcho echo -> HEADER + echo.data().length();
      case IcmpUnreachable unreachable -> HEADER + unreachable.original().length();
      case IcmpRedirect redirect -> HEADER + redirect.original().length();
      case IcmpOther other -> BODY + other.body().length();
    };
  }

  static void write(ByteBuf out, int from, int end, IcmpPacket packet) {
    out.setByte(from, packet.type());
    out.setByte(from + CODE, packet.code());
    switch (packet) {
      case IcmpEcho echo -> {
        out.setShort(from + BODY, echo.identifier());
        out.setShort(from + SECOND_HALF, echo.sequence());
        echo.data().writeTo(out, from + HEADER);
      }
      case IcmpUnreachable unreachable -> {
        out.setShort(from + SECOND_HALF, unreachable.nextHopMtu());
        unreachable.original().writeTo(out, from + HEADER);
      }
      case IcmpRedirect redirect -> {
        out.setInt(from + BODY, redirect.gateway().bits());
        redirect.original().writeTo(out, from + HEADER);
      }
      case IcmpOther other -> other.body().writeTo(out, from + BODY);
    }
    int checksum = InternetChecksum.complement(InternetChecksum.sum(out, from, end));
    out.setShort(from + CHECKSUM, checksum);
  }

  static @Nullable IcmpPacket read(Reading in, int from, int end) {
    if (end - from < HEADER) {
      return in.refuseShort(Refusal.ICMP_TRUNCATED, end - from, HEADER);
    }
    ByteBuf octets = in.octets;
    long sum = InternetChecksum.sum(octets, from, end);
    if (InternetChecksum.fold(sum) != InternetChecksum.VALID) {
      return in.refuseChecksum(
          Refusal.ICMP_CHECKSUM, octets.getUnsignedShort(from + CHECKSUM), sum);
    }
    int type = octets.getUnsignedByte(from);
    int code = octets.getUnsignedByte(from + CODE);
    int first = octets.getUnsignedShort(from + BODY);
    int second = octets.getUnsignedShort(from + SECOND_HALF);
    boolean echo = type == IcmpEcho.TYPE_REQUEST || type == IcmpEcho.TYPE_REPLY;
    if (echo && code == 0) {
      boolean reply = type == IcmpEcho.TYPE_REPLY;
      return new IcmpEcho(reply, first, second, Octets.window(octets, from + HEADER, end));
    }
    return switch (type) {
      case IcmpUnreachable.TYPE ->
          new IcmpUnreachable(code, second, Octets.window(octets, from + HEADER, end));
      case IcmpRedirect.TYPE ->
          new IcmpRedirect(
              code,
              new Ipv4Address(first << 16 | second),
              Octets.window(octets, from + HEADER, end));
      default -> new IcmpOther(type, code, Octets.window(octets, from + BODY, end));
    };
  }
}
