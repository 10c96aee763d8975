package io.vrrplab.benchmark;

import io.vrrplab.scenario.Scenario;
import io.vrrplab.scenario.read.ReadResult;
import io.vrrplab.scenario.read.ScenarioReader;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The model that all tools are held to: routers and a client on a switch, the Master of all virtual
 * routers crashes at 5 s, the run ends at 15 s. All start as Backups, and the client begins with
 * the first Master, after 3 s and a little. It is written in words, {@code nodes=3 ping=1s}; what
 * is not named stays as in {@link #BASE}.
 *
 * @param profile whose VRRP, as in scenario files
 * @param version 2 or 3
 * @param interval between adverts, as {@code 100ms}
 * @param nodes routers on the segment, 2 to 200; the first ones are the better ones
 * @param virtualRouters on each of them, 1 to 255
 * @param ping what the client waits between two pings of the first virtual address, as {@code 10ms}
 */
record Drill(
    String profile, int version, String interval, int nodes, int virtualRouters, String ping) {

  /** The failover that peers are measured with. */
  static final Drill BASE = new Drill("rfc3768", 2, "1s", 2, 1, "10ms");

  /** How long every drill lasts, simulated seconds. */
  static final int SECONDS = 15;

  private static final int MOST_NODES = 200;
  private static final int MOST_VIRTUAL_ROUTERS = 255;
  private static final int BEST_PRIORITY = 254;

  Drill {
    if (nodes < 2 || nodes > MOST_NODES) {
      throw new IllegalArgumentException("nodes: 2 to %d, not %d".formatted(MOST_NODES, nodes));
    }
    if (virtualRouters < 1 || virtualRouters > MOST_VIRTUAL_ROUTERS) {
      throw new IllegalArgumentException(
          "routers: 1 to %d, not %d".formatted(MOST_VIRTUAL_ROUTERS, virtualRouters));
    }
  }

  /**
   * Reads {@code base}, or words such as {@code profile=frr version=3 interval=100ms nodes=3
   * routers=10 ping=1s}.
   *
   * @throws IllegalArgumentException if a word is none of these
   */
  static Drill parse(String text) {
    Drill drill = BASE;
    for (String word : text.split(" ", -1)) {
      if (!word.equals("base")) {
        int equals = word.indexOf('=');
        drill = drill.with(word.substring(0, Math.max(0, equals)), word.substring(equals + 1));
      }
    }
    return drill;
  }

  private Drill with(String key, String value) {
    return switch (key) {
      case "profile" -> new Drill(value, version, interval, nodes, virtualRouters, ping);
      case "version" ->
          new Drill(profile, Integer.parseInt(value), interval, nodes, virtualRouters, ping);
      case "interval" -> new Drill(profile, version, value, nodes, virtualRouters, ping);
      case "nodes" ->
          new Drill(profile, version, interval, Integer.parseInt(value), virtualRouters, ping);
      case "routers" -> new Drill(profile, version, interval, nodes, Integer.parseInt(value), ping);
      case "ping" -> new Drill(profile, version, interval, nodes, virtualRouters, value);
      default ->
          throw new IllegalArgumentException(
              "a drill is \"base\" or words such as profile=frr version=3 interval=100ms nodes=3"
                  + " routers=10 ping=1s; not "
                  + value);
    };
  }

  /** The drill as a scenario that can be run. */
  Scenario scenario() {
    return switch (new ScenarioReader().read("drill.yaml", yaml())) {
      case ReadResult.Read read -> read.scenario();
      case ReadResult.Refused refused ->
          throw new IllegalArgumentException(
              refused.problems().stream().map(String::valueOf).collect(Collectors.joining("\n")));
    };
  }

  /** The drill as a scenario file. */
  byte[] yaml() {
    String routers =
        IntStream.range(0, nodes).mapToObj(this::node).collect(Collectors.joining("\n"));
    return """
    scenario: The best router crashes
    duration: %ds
    segments:
      lan: { subnet: 10.0.0.0/16 }
    nodes:
    %s
    hosts:
      client: { segment: lan, address: 10.0.0.1 }
    traffic:
      - ping: { from: client, to: 10.0.2.1, every: %s }
    timeline:
      - { at: 5s, crash: n0 }
    """
        .formatted(SECONDS, routers, ping)
        .getBytes(StandardCharsets.UTF_8);
  }

  private String node(int index) {
    String vrrp =
        IntStream.rangeClosed(1, virtualRouters)
            .mapToObj(vrid -> virtualRouter(vrid, BEST_PRIORITY - index))
            .collect(Collectors.joining("\n"));
    return """
      n%d:
        segment: lan
        address: 10.0.1.%d
        profile: %s
        vrrp:
    %s
    """
        .formatted(index, index + 1, profile, vrrp)
        .stripTrailing();
  }

  private String virtualRouter(int vrid, int priority) {
    return """
          - vrid: %d
            version: %d
            priority: %d
            interval: %s
            virtual-addresses: [10.0.2.%d]
    """
        .formatted(vrid, version, priority, interval, vrid)
        .stripTrailing();
  }
}
