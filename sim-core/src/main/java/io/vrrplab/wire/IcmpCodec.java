package io.vrrplab.wire;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * ICMP for IPv4 (RFC 792). Every message has a header of eight octets, handled as one long: type,
 * code, checksum, and two halves or a word whose meaning depends on the type.
 */
final class IcmpCodec {

  private static final int HEADER = 8;

  /** Type, code and checksum; what follows is the body of a message nobody knows. */
  private static final int BODY = 4;

  private static final int CHECKSUM_SHIFT = 32;

  private IcmpCodec() {}

  static int length(IcmpPacket packet) {
    return switch (packet) {
      case IcmpEcho echo -> HEADER + echo.data().length();
      case IcmpUnreachable unreachable -> HEADER + unreachable.original().length();
      case IcmpRedirect redirect -> HEADER + redirect.original().length();
      case IcmpOther other -> BODY + other.body().length();
    };
  }

  static void write(ByteBuf out, int from, IcmpPacket packet) {
    switch (packet) {
      case IcmpEcho echo ->
          write(out, from, echo, echo.identifier() << 16 | echo.sequence(), echo.data());
      case IcmpUnreachable unreachable ->
          write(out, from, unreachable, unreachable.nextHopMtu(), unreachable.original());
      case IcmpRedirect redirect ->
          write(out, from, redirect, redirect.gateway().bits(), redirect.original());
      case IcmpOther other -> {
        Octets body = other.body();
        write(out, from, other, body.intAt(0), body.from(Integer.BYTES));
      }
    }
  }

  private static void write(ByteBuf out, int from, IcmpPacket packet, int word, Octets rest) {
    long header = (long) packet.type() << 56 | (long) packet.code() << 48 | word & 0xffff_ffffL;
    long sum = InternetChecksum.words(header) + rest.checksumSum();
    out.setLong(from, header | (long) InternetChecksum.complement(sum) << CHECKSUM_SHIFT);
    rest.writeTo(out, from + HEADER);
  }

  static @Nullable IcmpPacket read(Reading in, int from, int end) {
    if (end - from < HEADER) {
      return in.refuseShort(Refusal.ICMP_TRUNCATED, end - from, HEADER);
    }
    ByteBuf octets = in.octets;
    long header = octets.getLong(from);
    long sum = InternetChecksum.words(header) + InternetChecksum.sum(octets, from + HEADER, end);
    if (InternetChecksum.fold(sum) != InternetChecksum.VALID) {
      int stored = (int) (header >>> CHECKSUM_SHIFT) & 0xffff;
      return in.refuseChecksum(Refusal.ICMP_CHECKSUM, stored, sum);
    }
    int typeAndCode = (int) (header >>> 48);
    int type = typeAndCode >>> 8;
    int code = typeAndCode & 0xff;
    int word = (int) header;
    Octets rest = Octets.window(octets, from + HEADER, end);
    boolean echo = type == IcmpEcho.TYPE_REQUEST || type == IcmpEcho.TYPE_REPLY;
    if (echo && code == 0) {
      return new IcmpEcho(type == IcmpEcho.TYPE_REPLY, word >>> 16, word & 0xffff, rest);
    }
    return switch (type) {
      case IcmpUnreachable.TYPE -> new IcmpUnreachable(code, word & 0xffff, rest);
      case IcmpRedirect.TYPE -> new IcmpRedirect(code, new Ipv4Address(word), rest);
      default -> new IcmpOther(type, code, Octets.window(octets, from + BODY, end));
    };
  }
}
