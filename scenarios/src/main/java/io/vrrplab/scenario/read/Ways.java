package io.vrrplab.scenario.read;

import io.vrrplab.scenario.spec.HostSpec;
import io.vrrplab.scenario.spec.InterfaceSpec;
import io.vrrplab.scenario.spec.SegmentSpec;
import io.vrrplab.wire.IpAddress;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/**
 * Where hosts can send to.
 *
 * @param segments all of them
 * @param forwarders the interfaces of each device that forwards
 * @param hosts those that bind; of others nothing is said
 */
record Ways(
    List<SegmentSpec> segments, List<List<InterfaceSpec>> forwarders, List<HostSpec> hosts) {

  /** Whether a host has a way to an address; true where the host is not known. */
  boolean leadTo(String from, IpAddress to) {
    return hosts.stream()
        .filter(host -> host.name().equals(from))
        .allMatch(host -> hasGateway(host, to) || isReached(host, to));
  }

  private static boolean hasGateway(HostSpec host, IpAddress to) {
    return host.gateways().stream().anyMatch(gateway -> gateway.width() == to.width());
  }

  private boolean isReached(HostSpec host, IpAddress to) {
    SequencedSet<String> reached = reachedFrom(host);
    return segments.stream()
        .anyMatch(segment -> reached.contains(segment.name()) && segment.subnetOf(to).isPresent());
  }

  private SequencedSet<String> reachedFrom(HostSpec host) {
    SequencedSet<String> reached = new LinkedHashSet<>(names(host.interfaces()));
    boolean grown = true;
    while (grown) {
      grown = false;
      for (List<InterfaceSpec> forwarder : forwarders) {
        List<String> joined = names(forwarder);
        if (joined.stream().anyMatch(reached::contains)) {
          grown |= reached.addAll(joined);
        }
      }
    }
    return reached;
  }

  private static List<String> names(List<InterfaceSpec> interfaces) {
    return interfaces.stream().map(InterfaceSpec::segment).toList();
  }
}
