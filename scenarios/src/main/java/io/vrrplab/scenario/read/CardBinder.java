package io.vrrplab.scenario.read;

import io.vrrplab.keepalived.config.Instance;
import io.vrrplab.keepalived.config.KeepalivedConfig;
import io.vrrplab.keepalived.config.VirtualAddress;
import io.vrrplab.scenario.spec.InterfaceSpec;
import io.vrrplab.scenario.spec.SegmentSpec;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv6Address;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Binds the interfaces that a configuration names to the segments of a node. */
final class CardBinder {

  private final Cast cast;
  private final String name;
  private final Cursor node;
  private final Cursor at;

  /**
   * Of a node.
   *
   * @param at where its configuration is named, which is where all is told
   */
  CardBinder(Cast cast, String name, Cursor node, Cursor at) {
    this.cast = cast;
    this.name = name;
    this.node = node;
    this.at = at;
  }

  /** The segments behind the interfaces, by the names that the configuration has for them. */
  SequencedMap<String, SegmentSpec> bind(
      KeepalivedConfig config,
      List<InterfaceSpec> interfaces,
      Function<String, SegmentSpec> segments) {
    SequencedMap<String, SegmentSpec> cards = cards(config, segments);
    config.instances().stream()
        .filter(instance -> instance.interfaceName().isEmpty())
        .forEach(instance -> seatBySource(instance, cards, segments));
    for (Instance instance : config.instances()) {
      SegmentSpec segment = cards.get(instance.interfaceName());
      if (segment != null && !segment.isMissing()) {
        check(instance, segment, interfaces);
        addresses(instance, segment, cards);
      }
    }
    return cards;
  }

  private SequencedMap<String, SegmentSpec> cards(
      KeepalivedConfig config, Function<String, SegmentSpec> segments) {
    SequencedMap<String, SegmentSpec> cards = new LinkedHashMap<>();
    List<String> named = named(config);
    if (node.has("interfaces")) {
      boolean byCard = cast.isByCard(node);
      node.entries("interfaces")
          .forEach((key, value) ->
              (byCard ? cast.segment(value) : Optional.of(key))
                  .filter(cast.segmentsOf(name)::contains)
                  .ifPresent(segment -> cards.put(key, segments.apply(segment))));
      named.stream()
          .filter(card -> !cards.containsKey(card))
          .forEach(card -> missing(config, card, cards));
    } else if (named.size() > 1) {
      at.error(
          "the configuration uses several interfaces (%s); write interfaces: { %s: SEGMENT, … }"
              .formatted(String.join(", ", named), named.getFirst()));
    } else {
      named.forEach(card -> cards.put(card, segments.apply(cast.segmentsOf(name).getFirst())));
    }
    return cards;
  }

  /** The interfaces that the instances and their addresses need to be on a link. */
  private static List<String> named(KeepalivedConfig config) {
    Stream<String> own = config.instances().stream().map(Instance::interfaceName);
    Stream<String> others =
        config.instances().stream()
            .filter(instance -> !instance.interfaceName().isEmpty())
            .flatMap(Instance::allAddresses)
            .map(VirtualAddress::device)
            .filter(device -> !device.equals(VirtualAddress.LOOPBACK));
    return Stream.concat(own, others).filter(card -> !card.isEmpty()).distinct().toList();
  }

  /** keepalived 2.2.7 ends where an interface is missing, or waits for it if it is told to. */
  private void missing(
      KeepalivedConfig config, String card, SequencedMap<String, SegmentSpec> cards) {
    if (config.globals().dynamicInterfaces()) {
      cards.put(card, SegmentSpec.missing(name, card));
      at.warning(
          "\"interfaces\" does not name %s, and with dynamic_interfaces keepalived waits for it:"
                  .formatted(card)
              + " what runs on it stays in FAULT");
    } else {
      at.error(
          "the configuration uses %s, which \"interfaces\" does not name; keepalived ends where an"
                  .formatted(card)
              + " interface is missing, unless global_defs has dynamic_interfaces");
    }
  }

  /** An instance without an interface speaks where its source address is. */
  private void seatBySource(
      Instance instance,
      SequencedMap<String, SegmentSpec> cards,
      Function<String, SegmentSpec> segments) {
    IpAddress source = instance.source().orElseThrow();
    cast.segmentsOf(name).stream()
        .map(segments)
        .filter(segment -> segment.subnetOf(source).isPresent())
        .findFirst()
        .ifPresentOrElse(
            segment -> cards.put("", segment),
            () ->
                at.error(
                    "%s sends from %s, and the node has no segment with that"
                        .formatted(instance.name(), source)));
  }

  private void check(Instance instance, SegmentSpec segment, List<InterfaceSpec> interfaces) {
    Optional<IpAddress> own =
        interfaces.stream()
            .filter(each -> each.segment().equals(segment.name()))
            .flatMap(each -> each.addresses().stream())
            .filter(address -> address instanceof Ipv6Address == instance.ipv6())
            .findFirst();
    String family = instance.ipv6() ? "IPv6" : "IPv4";
    if (own.isEmpty()) {
      at.error(
          "%s runs over %s, and the node has no such address on \"%s\""
              .formatted(instance.name(), family, segment.name()));
    }
    instance
        .source()
        .filter(source -> own.isPresent() && !source.isLinkLocal() && !own.get().equals(source))
        .ifPresent(source ->
            at.warning(
                "%s sends from %s, and the node's address on \"%s\" is %s, which is used here"
                    .formatted(instance.name(), source, segment.name(), own.get())));
  }

  private void addresses(
      Instance instance, SegmentSpec segment, SequencedMap<String, SegmentSpec> cards) {
    for (VirtualAddress virtual : instance.addresses()) {
      SegmentSpec its = cards.getOrDefault(virtual.device(), segment);
      if (!its.isMissing() && its.subnetOf(virtual.address()).isEmpty()) {
        at.warning(
            "%s is outside segment \"%s\"; nobody there looks for it"
                .formatted(virtual.address(), its.name()));
      }
    }
  }
}
