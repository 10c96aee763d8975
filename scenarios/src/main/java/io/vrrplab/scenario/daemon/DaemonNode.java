package io.vrrplab.scenario.daemon;

import io.vrrplab.keepalived.config.GlobalDefaults;
import io.vrrplab.keepalived.config.Instance;
import io.vrrplab.keepalived.config.InterfaceDelay;
import io.vrrplab.keepalived.config.KeepalivedConfig;
import io.vrrplab.keepalived.config.Pace;
import io.vrrplab.measure.KeepalivedLog;
import io.vrrplab.measure.VirtualRouterId;
import io.vrrplab.scenario.spec.LinkSenseSpec;
import io.vrrplab.scenario.spec.Quantity;
import io.vrrplab.scenario.spec.SegmentSpec;
import io.vrrplab.scenario.spec.Subnet;
import io.vrrplab.scenario.spec.SyncGroupSpec;
import io.vrrplab.scenario.spec.Tuning;
import io.vrrplab.scenario.spec.VirtualAddress;
import io.vrrplab.scenario.spec.VrrpSettings;
import io.vrrplab.scenario.spec.VrrpSpec;
import io.vrrplab.vrrp.Authentication;
import io.vrrplab.vrrp.Delivery;
import io.vrrplab.vrrp.KeepalivedVersion;
import io.vrrplab.vrrp.Profile;
import io.vrrplab.wire.IpAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A configuration as a node of a scenario.
 *
 * @param vrrp its virtual routers, those whose interface leads to a segment
 * @param startupDelay how long they wait after each start, nanoseconds
 * @param bootDelay how long they wait after the machine was switched on, nanoseconds
 * @param linkSenses of which changes of links it is not told at once
 * @param groups those of them that are Master together
 * @param sharedPaces the segments on which announcements keep one distance among them all
 * @param names what the configuration calls them
 */
public record DaemonNode(
    List<VrrpSpec> vrrp,
    Quantity startupDelay,
    Quantity bootDelay,
    List<LinkSenseSpec> linkSenses,
    List<SyncGroupSpec> groups,
    List<List<String>> sharedPaces,
    SequencedMap<VirtualRouterId, KeepalivedLog.Name> names) {

  public DaemonNode {
    vrrp = List.copyOf(vrrp);
    linkSenses = List.copyOf(linkSenses);
    groups = List.copyOf(groups);
    sharedPaces = List.copyOf(sharedPaces);
    names = new LinkedHashMap<>(names);
  }

  /**
   * Places a configuration in a world.
   *
   * @param segments the segment behind each interface that the node has, by the interface's name
   */
  public static DaemonNode of(KeepalivedConfig config, SequencedMap<String, SegmentSpec> segments) {
    KeepalivedVersion version = config.version();
    Profile profile = Profile.keepalived(version);
    List<VrrpSpec> specs = new ArrayList<>();
    SequencedMap<VirtualRouterId, KeepalivedLog.Name> names = new LinkedHashMap<>();
    SequencedMap<String, Integer> vrids = new LinkedHashMap<>();
    for (Instance instance : config.instances()) {
      SegmentSpec segment = segments.get(instance.interfaceName());
      if (segment != null) {
        VrrpSettings settings = settings(config, instance, profile, segments);
        VrrpSpec spec = spec(instance, segment, segments, settings);
        specs.add(spec);
        vrids.put(instance.name(), spec.vrid());
        names.put(
            new VirtualRouterId(segment.name(), spec.vrid(), spec.ipv6()),
            new KeepalivedLog.Name(instance.name(), instance.interfaceName()));
      }
    }
    GlobalDefaults globals = config.globals();
    return new DaemonNode(
        specs,
        nanos(globals.startupDelay()),
        nanos(globals.delayAfterBoot()),
        linkSenses(config, segments),
        groups(config, vrids),
        sharedPaces(config, segments),
        names);
  }

  private static List<List<String>> sharedPaces(
      KeepalivedConfig config, SequencedMap<String, SegmentSpec> segments) {
    return config.garpGroups().together().stream()
        .map(cards ->
            segments.entrySet().stream()
                .filter(card -> cards.contains(card.getKey()))
                .map(card -> card.getValue().name())
                .toList())
        .filter(shared -> shared.size() > 1)
        .toList();
  }

  private static List<LinkSenseSpec> linkSenses(
      KeepalivedConfig config, SequencedMap<String, SegmentSpec> segments) {
    SequencedMap<String, Duration> longest = new LinkedHashMap<>();
    for (Instance instance : config.instances()) {
      longest.merge(instance.interfaceName(), instance.longestLinkDelay(), DaemonNode::shorter);
    }
    List<LinkSenseSpec> specs = new ArrayList<>();
    segments.forEach((card, segment) -> {
      if (config.polledInterfaces().contains(card)) {
        specs.add(new LinkSenseSpec.Polled(segment.name()));
      }
    });
    for (InterfaceDelay delay : config.interfaceDelays()) {
      String card = delay.interfaceName();
      SegmentSpec segment = segments.get(card);
      if (segment != null) {
        Duration down = shorter(delay.down(), longest.getOrDefault(card, delay.down()));
        specs.add(
            new LinkSenseSpec.WaitedOut(segment.name(), down.toNanos(), delay.up().toNanos()));
      }
    }
    return specs;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Quantity nanos(Duration duration) {
    return Quantity.of((double) duration.toNanos());
  }

  private static VrrpSpec spec(
      Instance instance,
      SegmentSpec segment,
      SequencedMap<String, SegmentSpec> segments,
      VrrpSettings settings) {
    return new VrrpSpec(
        segment.name(),
        instance.virtualRouterId(),
        instance.version(),
        instance.ipv6(),
        Quantity.of(instance.priority()),
        Quantity.of((double) instance.advertInterval().toNanos()),
        instance.addresses().stream()
            .map(each -> virtual(each, segments.getOrDefault(each.device(), segment)))
            .toList(),
        instance.preemption().allowed(),
        instance.accept(),
        settings);
  }

  /** Without a prefix keepalived gives an address to its host alone; the segment's counts here. */
  private static VirtualAddress virtual(
      io.vrrplab.keepalived.config.VirtualAddress said, SegmentSpec segment) {
    IpAddress address = said.address();
    int length =
        said.prefixLength() < address.width()
            ? said.prefixLength()
            : segment.subnetOf(address).map(Subnet::prefixLength).orElse(address.width());
    return new VirtualAddress(address, length);
  }

  private static VrrpSettings settings(
      KeepalivedConfig config,
      Instance instance,
      Profile profile,
      SequencedMap<String, SegmentSpec> segments) {
    Pace pace = config.paceOn(instance.interfaceName());
    Duration spacing = instance.ipv6() ? pace.gnaInterval() : pace.garpInterval();
    return new VrrpSettings(
        profile,
        Optional.of(Tuning.of(instance, spacing)),
        instance.excluded().stream().map(each -> each.address()).toList(),
        Spots.of(config, instance, segments),
        delivery(instance),
        false,
        authentication(instance),
        Trackers.of(config, instance, segments));
  }

  private static Authentication authentication(Instance instance) {
    if (instance.version() != 2) {
      return Authentication.NONE;
    }
    return switch (instance.authentication().type()) {
      case PASS -> Authentication.simplePassword(instance.authentication().password());
      case NONE, AH -> Authentication.NONE;
    };
  }

  private static Delivery delivery(Instance instance) {
    if (!instance.unicast().inUse() && !instance.faultsWithoutPeers()) {
      return new Delivery.Multicast(instance.destination());
    }
    List<Delivery.Peer> peers =
        instance.unicast().peers().stream()
            .map(peer -> new Delivery.Peer(peer.address(), peer.minTtl(), peer.maxTtl()))
            .toList();
    return new Delivery.Unicast(
        peers, instance.rules().checkUnicastSource(), instance.unicast().ttl());
  }

  private static List<SyncGroupSpec> groups(
      KeepalivedConfig config, SequencedMap<String, Integer> vrids) {
    return config.groups().all().stream()
        .map(group ->
            new SyncGroupSpec(
                group.name(),
                group.members().stream()
                    .map(Instance::name)
                    .filter(vrids::containsKey)
                    .map(vrids::get)
                    .toList(),
                true)) // which of them count was decided where the trackers were read
        .filter(group -> group.vrids().size() > 1)
        .toList();
  }
}
