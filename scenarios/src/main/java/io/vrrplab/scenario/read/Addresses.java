package io.vrrplab.scenario.read;

import io.vrrplab.scenario.spec.SegmentSpec;
import io.vrrplab.scenario.spec.Subnet;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv6Address;
import java.util.List;
import java.util.Optional;

/** Reads addresses and subnets, and complains about those that cannot be what they should be. */
final class Addresses {

  private final EngineSupport support;

  Addresses(EngineSupport support) {
    this.support = support;
  }

  Optional<IpAddress> address(Cursor at) {
    return at.text().flatMap(text -> address(at, text));
  }

  /** An address of one host, anywhere; a prefix length after it says nothing here. */
  Optional<IpAddress> unicast(Cursor at) {
    return at.text()
        .flatMap(text -> address(at, text.replaceFirst("/[0-9]{1,3}$", "")))
        .filter(address -> {
          if (address.isMulticast()) {
            at.error(address + " is multicast");
          }
          return !address.isMulticast();
        });
  }

  private Optional<IpAddress> address(Cursor at, String text) {
    try {
      IpAddress address = IpAddress.parse(text);
      if (address instanceof Ipv6Address && !support.ipv6()) {
        at.error("IPv6, as in " + text + ", is not supported yet");
        return Optional.empty();
      }
      return Optional.of(address);
    } catch (IllegalArgumentException e) {
      at.error("\"" + text + "\" is not an address such as 192.0.2.11");
      return Optional.empty();
    }
  }

  /** An address that lies in a subnet of the segment and may be given to somebody. */
  Optional<IpAddress> onLink(Cursor at, SegmentSpec segment) {
    return onLink(at, List.of(segment));
  }

  /** The same for any of several segments. */
  Optional<IpAddress> onLink(Cursor at, List<SegmentSpec> segments) {
    return address(at)
        .filter(address -> {
          SegmentSpec likely =
              segments.stream()
                  .filter(segment -> segment.subnetOf(address).isPresent())
                  .findFirst()
                  .orElse(segments.getFirst());
          return fits(at, address, likely);
        });
  }

  /** The same for an address that stands in a longer text. */
  Optional<IpAddress> onLink(Cursor at, String text, SegmentSpec segment) {
    return address(at, text).filter(address -> fits(at, address, segment));
  }

  private static boolean fits(Cursor at, IpAddress address, SegmentSpec segment) {
    Optional<Subnet> subnet = segment.subnetOf(address);
    if (subnet.isEmpty()) {
      List<String> subnets = segment.subnets().stream().map(Subnet::toString).toList();
      at.error(
          "%s is outside segment \"%s\" (%s)"
              .formatted(address, segment.name(), Hints.all(subnets)));
      return false;
    }
    if (isReserved(address, subnet.get())) {
      at.error(address + " is the network or broadcast address of " + subnet.get());
      return false;
    }
    return true;
  }

  private static boolean isReserved(IpAddress address, Subnet subnet) {
    int hostBits = address.width() - subnet.prefixLength();
    if (!(address instanceof Ipv4Address(int bits)) || hostBits < 2) {
      return false;
    }
    int mask = hostBits == Integer.SIZE ? -1 : (1 << hostBits) - 1;
    int host = bits & mask;
    return host == 0 || host == mask;
  }

  Optional<Subnet> subnet(Cursor at) {
    return at.text().flatMap(text -> subnet(at, text));
  }

  private Optional<Subnet> subnet(Cursor at, String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      at.error("\"" + text + "\" has no prefix length; a subnet is written 192.0.2.0/24");
      return Optional.empty();
    }
    return address(at, text.substring(0, slash))
        .flatMap(address ->
            prefixLength(at, text.substring(slash + 1), address)
                .flatMap(length -> network(at, address, length)));
  }

  private static Optional<Subnet> network(Cursor at, IpAddress address, int length) {
    IpAddress network = first(address, length);
    if (!network.equals(address) || address.isMulticast()) {
      at.error(
          address.isMulticast()
              ? address + "/" + length + " is multicast"
              : address
                  + "/"
                  + length
                  + " has host bits set; the subnet is "
                  + network
                  + "/"
                  + length);
      return Optional.empty();
    }
    return Optional.of(new Subnet(address, length));
  }

  private static IpAddress first(IpAddress address, int length) {
    return switch (address) {
      case Ipv4Address(int bits) -> new Ipv4Address(length == 0 ? 0 : bits & -1 << 32 - length);
      case Ipv6Address(long high, long low) ->
          length <= 64
              ? new Ipv6Address(length == 0 ? 0 : high & -1L << 64 - length, 0)
              : new Ipv6Address(high, low & -1L << 128 - length);
    };
  }

  /** A prefix length that the family of the address can have. */
  Optional<Integer> prefixLength(Cursor at, String digits, IpAddress address) {
    if (digits.matches("[0-9]{1,3}") && Integer.parseInt(digits) <= address.width()) {
      return Optional.of(Integer.parseInt(digits));
    }
    at.error("prefix length \"" + digits + "\" is outside 0–" + address.width());
    return Optional.empty();
  }
}
