package io.vrrplab.wire;

import io.netty.buffer.ByteBuf;
import java.util.List;

/** Addresses of either family, alone and in lists; the family is told by the octets one takes. */
final class AddressCodec {

  private AddressCodec() {}

  static IpAddress read(ByteBuf octets, int at, int addressOctets) {
    return addressOctets == Ipv4Codec.ADDRESS_OCTETS
        ? new Ipv4Address(octets.getInt(at))
        : Ipv6Codec.readAddress(octets, at);
  }

  static List<IpAddress> readList(ByteBuf octets, int from, int count, int addressOctets) {
    if (count == 1) {
      return List.of(read(octets, from, addressOctets));
    }
    IpAddress[] addresses = new IpAddress[count];
    for (int i = 0; i < count; i++) {
      addresses[i] = read(octets, from + i * addressOctets, addressOctets);
    }
    return List.of(addresses);
  }

  /** Writes an address and returns the index behind it. */
  static int write(ByteBuf out, int at, IpAddress address) {
    return switch (address) {
      case Ipv4Address v4 -> {
        out.setInt(at, v4.bits());
        yield at + Ipv4Codec.ADDRESS_OCTETS;
      }
      case Ipv6Address v6 -> {
        Ipv6Codec.writeAddress(out, at, v6);
        yield at + Ipv6Codec.ADDRESS_OCTETS;
      }
    };
  }
}
