package io.vrrplab.wire;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/** UDP (RFC 768). A checksum of 0 says that there is none, so a computed 0 is sent as 0xffff. */
final class UdpCodec {

  private static final int HEADER = 8;
  private static final int DESTINATION = 2;
  private static final int LENGTH = 4;
  private static final int CHECKSUM = 6;

  private UdpCodec() {}

  static int length(UdpPacket packet) {
    return HEADER + packet.data().length();
  }

  static void write(ByteBuf out, int from, int end, UdpPacket packet, long addresses) {
    out.setShort(from, packet.sourcePort());
    out.setShort(from + DESTINATION, packet.destinationPort());
    out.setShort(from + LENGTH, end - from);
    packet.data().writeTo(out, from + HEADER);
    if (packet.checksummed()) {
      int checksum = InternetChecksum.complement(sum(out, from, end, addresses));
      out.setShort(from + CHECKSUM, checksum == 0 ? 0xffff : checksum);
    }
  }

  /**
   * Reads a datagram.
   *
   * @param addresses sum of the pseudo-header's addresses
   * @param checksumOptional whether it may do without a checksum: over IPv4 only (RFC 8200 8.1)
   */
  static @Nullable UdpPacket read(
      Reading in, int from, int end, long addresses, boolean checksumOptional) {
    if (end - from < HEADER) {
      return in.refuseShort(Refusal.UDP_TRUNCATED, end - from, HEADER);
    }
    ByteBuf octets = in.octets;
    int length = octets.getUnsignedShort(from + LENGTH);
    if (length != end - from) {
      return in.refuse(
          Refusal.UDP_LENGTH, "UDP length " + length + ", octets there " + (end - from));
    }
    int checksum = octets.getUnsignedShort(from + CHECKSUM);
    boolean checksummed = checksum != 0 || !checksumOptional;
    if (checksummed) {
      long sum = sum(octets, from, end, addresses);
      if (checksum == 0 || InternetChecksum.fold(sum) != InternetChecksum.VALID) {
        return in.refuseChecksum(Refusal.UDP_CHECKSUM, checksum, sum);
      }
    }
    return new UdpPacket(
        octets.getUnsignedShort(from),
        octets.getUnsignedShort(from + DESTINATION),
        checksummed,
        Octets.window(octets, from + HEADER, end));
  }

  private static long sum(ByteBuf octets, int from, int end, long addresses) {
    return InternetChecksum.sum(octets, from, end) + addresses + UdpPacket.PROTOCOL + (end - from);
  }
}
