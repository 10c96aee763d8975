package io.vrrplab.scenario.daemon;

import io.vrrplab.keepalived.config.Instance;
import io.vrrplab.keepalived.config.VirtualAddress;
import io.vrrplab.wire.Ipv6Address;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** What an instance tells of the networks that it has a part in. */
final class SketchParts {

  private SketchParts() {}

  /** What it is on its own interface. */
  static Sketch.Part own(Instance instance, long startupNanos) {
    List<VirtualAddress> telling =
        instance.addresses().isEmpty() ? instance.excluded() : instance.addresses();
    String card = card(instance);
    return new Sketch.Part(
        card,
        instance.virtualRouterId(),
        instance.ipv6(),
        true,
        instance.priority(),
        patienceNanos(instance, startupNanos),
        plain(telling.stream().filter(each -> !each.isElsewhereThan(card)).toList()),
        instance.source().orElse(null),
        instance.unicast().peers().stream().map(peer -> peer.address()).toList());
  }

  /**
   * What it is on interfaces that get addresses of it, for each family a part. What the loopback
   * gets is reached by routes of which no configuration of keepalived tells.
   */
  static List<Sketch.Part> elsewhere(Instance instance, long startupNanos) {
    SequencedMap<Spot, List<VirtualAddress>> spots =
        instance
            .allAddresses()
            .filter(each -> leadsElsewhere(instance, each))
            .collect(Collectors.groupingBy(Spot::of, LinkedHashMap::new, Collectors.toList()));
    return spots.entrySet().stream()
        .map(spot ->
            new Sketch.Part(
                spot.getKey().card(),
                instance.virtualRouterId(),
                spot.getKey().ipv6(),
                false,
                instance.priority(),
                patienceNanos(instance, startupNanos),
                plain(spot.getValue()),
                null,
                List.of()))
        .toList();
  }

  private record Spot(String card, boolean ipv6) {
    static Spot of(VirtualAddress address) {
      return new Spot(address.device(), address.address() instanceof Ipv6Address);
    }
  }

  private static boolean leadsElsewhere(Instance instance, VirtualAddress address) {
    return address.isElsewhereThan(card(instance))
        && !address.device().equals(VirtualAddress.LOOPBACK);
  }

  /** Without an interface of its own it speaks where its addresses are. */
  private static String card(Instance instance) {
    return instance.interfaceName().isEmpty()
        ? instance.allAddresses().map(VirtualAddress::device).findFirst().orElse("")
        : instance.interfaceName();
  }

  private static long patienceNanos(Instance instance, long startupNanos) {
    return startupNanos
        + (instance.downTimerAdverts() + 1L) * instance.advertInterval().toNanos()
        + instance.preemption().delay().toNanos();
  }

  private static List<io.vrrplab.scenario.spec.VirtualAddress> plain(
      List<VirtualAddress> addresses) {
    return addresses.stream()
        .map(each ->
            new io.vrrplab.scenario.spec.VirtualAddress(each.address(), each.prefixLength()))
        .toList();
  }
}
