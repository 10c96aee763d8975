package io.vrrplab.scenario.read;

import io.vrrplab.measure.VirtualRouterId;
import io.vrrplab.scenario.Companions;
import io.vrrplab.scenario.Scenario;
import io.vrrplab.scenario.spec.Expectation;
import io.vrrplab.scenario.spec.HostSpec;
import io.vrrplab.scenario.spec.InterfaceSpec;
import io.vrrplab.scenario.spec.MeshSpec;
import io.vrrplab.scenario.spec.NodeSpec;
import io.vrrplab.scenario.spec.RouterSpec;
import io.vrrplab.scenario.spec.SegmentSpec;
import io.vrrplab.scenario.spec.TimelineEvent;
import io.vrrplab.scenario.spec.TrafficSpec;
import io.vrrplab.scenario.spec.VrrpSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Binds a tree to a {@link Scenario}, part by part, and goes on after every complaint. What it
 * gives is of use only if there was none.
 */
final class ScenarioBinder {

  private static final long DEFAULT_SEED = 1;

  private final Document document;
  private final EngineSupport support;
  private final Companions companions;

  ScenarioBinder(Document document, EngineSupport support, Companions companions) {
    this.document = document;
    this.support = support;
    this.companions = companions;
  }

  Optional<Scenario> bind(String file, JsonNode tree) {
    Cursor root = Cursor.root(document, tree);
    OptionalLong duration = duration(root);
    long end = duration.orElse(Long.MAX_VALUE);
    Cast cast = new Cast(root);
    WorldBinder world = new WorldBinder(cast, support, companions);
    AddressBook book = world.addressBook();
    List<SegmentSpec> segments = world.segments(root);
    List<NodeSpec> nodes = world.nodes(root);
    List<RouterSpec> routers = world.routers(root);
    List<HostSpec> hosts = world.hosts(root);
    // Before who has which address is checked: a reload may bring new virtual addresses.
    List<TimelineEvent> timeline =
        new TimelineBinder(
                cast, new DaemonFaultBinder(cast, world, nodes, new Addresses(support)), end)
            .bind(root);
    book.checkVirtualAddresses();
    MeshSpec mesh = new MeshBinder(cast, devices(nodes, routers, hosts)).bind(root);
    Ways ways = new Ways(segments, forwarders(nodes, routers), hosts);
    List<TrafficSpec> traffic =
        new TrafficBinder(cast, new Addresses(support), book, ways, mesh).bind(root);
    book.checkWanted();
    List<Expectation> expectations =
        new ExpectationBinder(
                cast, new VirtualRouters(ids(nodes, timeline)), senders(traffic), mesh, end)
            .bind(root);
    return root.text("scenario")
        .filter(_ -> duration.isPresent())
        .map(title ->
            new Scenario(
                file,
                title,
                root.text("about").orElse("").strip(),
                root.whole("seed").orElse(DEFAULT_SEED),
                end,
                segments,
                nodes,
                routers,
                hosts,
                mesh,
                traffic,
                timeline,
                expectations));
  }

  private static SequencedMap<String, List<InterfaceSpec>> devices(
      List<NodeSpec> nodes, List<RouterSpec> routers, List<HostSpec> hosts) {
    SequencedMap<String, List<InterfaceSpec>> devices = new LinkedHashMap<>();
    nodes.forEach(node -> devices.put(node.name(), node.interfaces()));
    routers.forEach(router -> devices.put(router.name(), router.interfaces()));
    hosts.forEach(host -> devices.put(host.name(), host.interfaces()));
    return devices;
  }

  private static List<List<InterfaceSpec>> forwarders(
      List<NodeSpec> nodes, List<RouterSpec> routers) {
    return Stream.concat(
            nodes.stream().map(NodeSpec::interfaces), routers.stream().map(RouterSpec::interfaces))
        .toList();
  }

  private static OptionalLong duration(Cursor root) {
    Optional<Cursor> at = root.get("duration");
    if (at.isEmpty()) {
      return OptionalLong.empty();
    }
    OptionalLong nanos = Unit.DURATION.readWhole(at.get().node());
    if (nanos.isPresent()
        && (nanos.getAsLong() == 0 || !Range.TIME.limits().allows((double) nanos.getAsLong()))) {
      at.get().error("\"duration\" must be above 0s and at most 1000h");
      return OptionalLong.empty();
    }
    return nanos;
  }

  private static List<VirtualRouterId> ids(List<NodeSpec> nodes, List<TimelineEvent> timeline) {
    return Stream.concat(
            nodes.stream().flatMap(node -> node.vrrp().stream()),
            timeline.stream().flatMap(event -> event.fault().adds().stream()))
        .map(VrrpSpec::id)
        .distinct()
        .toList();
  }

  private static List<String> senders(List<TrafficSpec> traffic) {
    return traffic.stream().map(spec -> spec.flow().from()).distinct().toList();
  }
}
