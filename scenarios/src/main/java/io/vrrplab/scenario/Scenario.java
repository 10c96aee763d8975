package io.vrrplab.scenario;

import io.vrrplab.measure.KeepalivedLog;
import io.vrrplab.measure.VirtualRouterId;
import io.vrrplab.scenario.spec.DaemonFault;
import io.vrrplab.scenario.spec.Expectation;
import io.vrrplab.scenario.spec.HostSpec;
import io.vrrplab.scenario.spec.MeshSpec;
import io.vrrplab.scenario.spec.NodeSpec;
import io.vrrplab.scenario.spec.Quantity;
import io.vrrplab.scenario.spec.RouterSpec;
import io.vrrplab.scenario.spec.SegmentSpec;
import io.vrrplab.scenario.spec.TimelineEvent;
import io.vrrplab.scenario.spec.TrafficSpec;
import io.vrrplab.scenario.spec.VrrpSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A story that can be run: a world, what happens to it, and what should come of it. A {@code
 * ScenarioReader} gives only scenarios whose names, addresses and times fit together.
 *
 * @param file the file's name without its folder
 * @param title what {@code scenario:} says
 * @param about what it teaches; empty where the file is silent
 * @param seed of every draw and of the network's chances
 * @param durationNanos simulated time, nanoseconds, above 0
 * @param segments in the order of the file, as all lists here
 * @param nodes routers that speak VRRP
 * @param routers routers that do not
 * @param hosts end systems
 * @param mesh the Docker swarm that some of them form; null where there is none
 * @param traffic what hosts send
 * @param timeline what happens; not sorted by time
 * @param expectations what should come of it
 */
public record Scenario(
    String file,
    String title,
    String about,
    long seed,
    long durationNanos,
    List<SegmentSpec> segments,
    List<NodeSpec> nodes,
    List<RouterSpec> routers,
    List<HostSpec> hosts,
    @Nullable MeshSpec mesh,
    List<TrafficSpec> traffic,
    List<TimelineEvent> timeline,
    List<Expectation> expectations) {

  public Scenario {
    segments = List.copyOf(segments);
    nodes = List.copyOf(nodes);
    routers = List.copyOf(routers);
    hosts = List.copyOf(hosts);
    traffic = List.copyOf(traffic);
    timeline = List.copyOf(timeline);
    expectations = List.copyOf(expectations);
  }

  /** The same story under another seed. */
  public Scenario withSeed(long newSeed) {
    return new Scenario(
        file,
        title,
        about,
        newSeed,
        durationNanos,
        segments,
        nodes,
        routers,
        hosts,
        mesh,
        traffic,
        timeline,
        expectations);
  }

  /** Whether nothing is left to chance, so that every number can be read. */
  public boolean isResolved() {
    return quantities().allMatch(Quantity::isFixed);
  }

  /**
   * Settles all that is left to chance, once for a run. Each draw has a stream of its own, so that
   * one more draw leaves the others as they were.
   *
   * @return this very scenario where nothing is left to chance; then {@code random} is not asked
   */
  public Scenario resolve(RandomGenerator random) {
    if (isResolved()) {
      return this;
    }
    long run = random.nextLong();
    return new Scenario(
        file,
        title,
        about,
        seed,
        durationNanos,
        segments.stream().map(spec -> spec.resolve(run)).toList(),
        nodes.stream().map(spec -> spec.resolve(run)).toList(),
        routers,
        hosts,
        mesh == null ? null : mesh.resolve(run),
        traffic.stream().map(spec -> spec.resolve(run)).toList(),
        timeline.stream().map(event -> event.resolve(run)).toList(),
        expectations);
  }

  /** The virtual routers, each once, in the order in which the nodes name them. */
  public List<VirtualRouterId> virtualRouters() {
    return Stream.concat(
            nodes.stream().flatMap(node -> node.vrrp().stream()),
            timeline.stream().flatMap(event -> event.fault().adds().stream()))
        .map(VrrpSpec::id)
        .distinct()
        .toList();
  }

  /** What the configurations of its nodes add to the logs of their daemons, by node. */
  public SequencedMap<String, KeepalivedLog.Daemon> daemonLogs() {
    SequencedMap<String, KeepalivedLog.Daemon> logs = new LinkedHashMap<>();
    for (NodeSpec node : nodes) {
      KeepalivedLog.Daemon daemon = node.daemonLog();
      if (daemon != null) {
        logs.put(node.name(), daemon);
      }
    }
    for (TimelineEvent event : timeline) {
      if (event.fault() instanceof DaemonFault.NewConfiguration read) {
        logs.merge(read.node(), read.log(), KeepalivedLog.Daemon::with);
      }
    }
    return logs;
  }

  private Stream<Quantity> quantities() {
    return Stream.of(
            segments.stream().flatMap(SegmentSpec::quantities),
            nodes.stream().flatMap(NodeSpec::quantities),
            Stream.ofNullable(mesh).map(MeshSpec::deadAfter),
            traffic.stream().flatMap(spec -> spec.flow().quantities()),
            timeline.stream().flatMap(TimelineEvent::quantities))
        .flatMap(stream -> stream);
  }
}
