package io.vrrplab.lan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.alg.interfaces.ShortestPathAlgorithm.SingleSourcePaths;
import org.jgrapht.alg.shortestpath.BFSShortestPath;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.MaskSubgraph;
import org.jgrapht.graph.SimpleGraph;
import org.jspecify.annotations.Nullable;

/**
 * Who is connected to whom at this moment: a graph of machines and of the zones of each segment,
 * with an edge for every cable that is up.
 */
public final class Topology {

  private final Graph<Vertex, DefaultEdge> graph = new SimpleGraph<>(DefaultEdge.class);
  private final SequencedMap<String, Machine> machines = new LinkedHashMap<>();

  private sealed interface Vertex {
    record Node(String machine) implements Vertex {}

    record Zone(String segment, int number) implements Vertex {}
  }

  private Topology() {}

  /** The graph of a lab as it is now. */
  static Topology of(Lab lab) {
    Topology topology = new Topology();
    for (Machine machine : lab.machines()) {
      topology.machines.put(machine.name(), machine);
      topology.graph.addVertex(new Vertex.Node(machine.name()));
    }
    for (Segment segment : lab.segments()) {
      topology.graph.addVertex(new Vertex.Zone(segment.name(), 0)); // even if nobody is there
      for (Machine machine : segment.machines()) {
        Vertex zone = new Vertex.Zone(segment.name(), segment.zoneOf(machine));
        topology.graph.addVertex(zone);
        if (isUp(machine, segment)) {
          topology.graph.addEdge(new Vertex.Node(machine.name()), zone);
        }
      }
    }
    return topology;
  }

  private static boolean isUp(Machine machine, Segment segment) {
    NetworkInterface on = machine.interfaceOn(segment);
    return machine.isPowered() && on != null && on.port().hasCarrier();
  }

  /** Whether two machines hear each other on a segment. */
  public boolean hearEachOther(Machine one, Machine other, Segment segment) {
    return isUp(one, segment)
        && isUp(other, segment)
        && segment.zoneOf(one) == segment.zoneOf(other);
  }

  /** The names of the machines on a segment, grouped by who hears whom, in the segment's order. */
  public List<List<String>> groups(Segment segment) {
    ConnectivityInspector<Vertex, DefaultEdge> inspector =
        new ConnectivityInspector<>(withoutOtherSegments(segment));
    SequencedMap<Set<Vertex>, List<String>> groups = new LinkedHashMap<>();
    for (Machine machine : segment.machines()) {
      Set<Vertex> group = inspector.connectedSetOf(new Vertex.Node(machine.name()));
      groups.computeIfAbsent(group, g -> new ArrayList<>()).add(machine.name());
    }
    return List.copyOf(groups.values());
  }

  private Graph<Vertex, DefaultEdge> withoutOtherSegments(Segment segment) {
    return new MaskSubgraph<>(
        graph,
        vertex -> vertex instanceof Vertex.Zone zone && !zone.segment().equals(segment.name()),
        edge -> false);
  }

  /** The shortest ways from a machine to each segment, over machines that forward. */
  Ways waysFrom(Machine from) {
    Vertex start = new Vertex.Node(from.name());
    Graph<Vertex, DefaultEdge> forwarding =
        new MaskSubgraph<>(
            graph,
            vertex ->
                vertex instanceof Vertex.Node node
                    && !vertex.equals(start)
                    && !machine(node.machine()).forwards(),
            edge -> false);
    return new Ways(start, new BFSShortestPath<>(forwarding).getPaths(start));
  }

  /** The shortest ways from one machine. */
  final class Ways {

    private final Vertex start;
    private final SingleSourcePaths<Vertex, DefaultEdge> paths;

    private Ways(Vertex start, SingleSourcePaths<Vertex, DefaultEdge> paths) {
      this.start = start;
      this.paths = paths;
    }

    /** The first router; null if the machine is on the segment, or if there is no way. */
    @Nullable Machine firstRouterTo(Segment segment) {
      var path = paths.getPath(new Vertex.Zone(segment.name(), 0));
      if (path != null) {
        for (Vertex vertex : path.getVertexList()) {
          if (vertex instanceof Vertex.Node node && !vertex.equals(start)) {
            return machine(node.machine());
          }
        }
      }
      return null;
    }
  }

  private Machine machine(String name) {
    Machine machine = machines.get(name);
    if (machine == null) {
      throw new IllegalArgumentException("no machine " + name);
    }
    return machine;
  }
}
