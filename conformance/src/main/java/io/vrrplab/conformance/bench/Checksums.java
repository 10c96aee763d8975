package io.vrrplab.conformance.bench;

import io.vrrplab.conformance.device.Rfc;
import io.vrrplab.wire.ChecksumForm;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv6Address;

/**
 * The checksum of an advert in the plainest way that RFC 1071 offers, apart from the codec of the
 * simulator.
 */
public final class Checksums {

  private static final int CHECKSUM_AT = 6;
  private static final int PROTOCOL = 112;

  private Checksums() {}

  /** What the checksum field of an advert should hold. */
  public static int of(Anatomy advert, Rfc rfc) {
    return of(advert.message().toByteArray(), rfc, advert.source(), advert.destination());
  }

  /** What the checksum field of a message should hold; what stands there now does not count. */
  static int of(byte[] message, Rfc rfc, IpAddress source, IpAddress destination) {
    long sum = 0;
    for (int i = 0; i < message.length; i++) {
      boolean inChecksum = i == CHECKSUM_AT || i == CHECKSUM_AT + 1;
      sum += inChecksum ? 0 : (message[i] & 0xff) << (i % 2 == 0 ? 8 : 0);
    }
    if (source instanceof Ipv6Address || rfc.ipv4Checksum() == ChecksumForm.PSEUDO_HEADER) {
      sum += halves(source) + halves(destination) + PROTOCOL + message.length;
    }
    while (sum > 0xffff) {
      sum = (sum & 0xffff) + (sum >>> 16);
    }
    return (int) (~sum & 0xffff);
  }

  private static long halves(IpAddress address) {
    return switch (address) {
      case Ipv4Address v4 -> halves(v4.bits() & 0xffff_ffffL);
      case Ipv6Address v6 -> halves(v6.high()) + halves(v6.low());
    };
  }

  private static long halves(long bits) {
    long sum = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 16) {
      sum += bits >>> shift & 0xffff;
    }
    return sum;
  }
}
