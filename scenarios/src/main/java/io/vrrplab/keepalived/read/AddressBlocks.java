package io.vrrplab.keepalived.read;

import io.vrrplab.keepalived.config.VirtualAddress;
import io.vrrplab.keepalived.finding.Rule;
import io.vrrplab.keepalived.syntax.Node;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv6Address;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads virtual_ipaddress and virtual_ipaddress_excluded. The first address of an instance, its
 * source and its peers counted, decides whether it speaks IPv4 or IPv6.
 */
final class AddressBlocks {

  private final Settings settings;
  private final AddressReader reader;
  private final List<VirtualAddress> advertised = new ArrayList<>();
  private final List<VirtualAddress> excluded = new ArrayList<>();
  private final SequencedSet<IpAddress> seen = new LinkedHashSet<>();
  private @Nullable Boolean ipv6;

  AddressBlocks(Settings settings, String interfaceName) {
    this.settings = settings;
    this.reader = AddressReader.ofVirtual(settings, interfaceName);
  }

  /**
   * The addresses of an instance.
   *
   * @param advertised of one family
   * @param excluded of any
   * @param ipv6 the family of the instance
   */
  record Addresses(List<VirtualAddress> advertised, List<VirtualAddress> excluded, boolean ipv6) {}

  Addresses read() {
    for (Node node : settings.nodes()) {
      switch (node.keyword()) {
        case "native_ipv6" -> ipv6 = ipv6 == null ? Boolean.TRUE : ipv6;
        case "mcast_src_ip", "unicast_src_ip" ->
            node.value().ifPresent(word -> decideBy(word.text()));
        case "unicast_peer" -> node.children().forEach(peer -> decideBy(peer.keyword()));
        case "virtual_ipaddress" -> node.children().forEach(this::advertise);
        case "virtual_ipaddress_excluded" ->
            node.children().forEach(line -> reader.read(line).ifPresent(excluded::add));
        default -> {}
      }
    }
    return new Addresses(advertised, excluded, Boolean.TRUE.equals(ipv6));
  }

  private void decideBy(String text) {
    try {
      boolean six = IpAddress.parse(text) instanceof Ipv6Address;
      ipv6 = ipv6 == null ? Boolean.valueOf(six) : ipv6;
    } catch (IllegalArgumentException _) {
      // Not an address: its own reader says so.
    }
  }

  private void advertise(Node line) {
    reader
        .read(line)
        .ifPresent(address -> {
          boolean six = address.address() instanceof Ipv6Address;
          ipv6 = ipv6 == null ? Boolean.valueOf(six) : ipv6;
          if (six != ipv6) {
            settings
                .findings()
                .add(
                    Rule.FAMILY_MIXED,
                    address.at(),
                    "%s is not of the family that this instance has by an earlier address;"
                        + " keepalived ignores it",
                    address.address());
          } else if (seen.add(address.address())) {
            advertised.add(address);
          }
        });
  }
}
