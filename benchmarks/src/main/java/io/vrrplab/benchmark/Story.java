package io.vrrplab.benchmark;

import io.vrrplab.scenario.Scenario;
import io.vrrplab.scenario.read.ReadResult;
import io.vrrplab.scenario.read.ScenarioReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The story that all failover figures are of: routers on one switch, a client that pings the first
 * virtual address, a crash of the Master at 5 s, the end at 15 s. Each figure changes one thing.
 *
 * @param profile as in a scenario file
 * @param version 2 or 3
 * @param interval Advertisement_Interval, as a duration of a scenario file
 * @param nodes routers, from 2
 * @param virtualRouters on every router, from 1
 * @param every how often the client pings, as a duration of a scenario file
 */
record Story(
    String profile, int version, String interval, int nodes, int virtualRouters, String every) {

  /** Two routers of RFC 3768 and a client that pings every 10 ms. */
  static final Story PLAIN = new Story("rfc3768", 2, "1s", 2, 1, "10ms");

  Story withProfile(String changed, int itsVersion) {
    return new Story(changed, itsVersion, interval, nodes, virtualRouters, every);
  }

  Story withInterval(String changed) {
    return new Story(profile, version, changed, nodes, virtualRouters, every);
  }

  Story withNodes(int changed) {
    return new Story(profile, version, interval, changed, virtualRouters, every);
  }

  Story withVirtualRouters(int changed) {
    return new Story(profile, version, interval, nodes, changed, every);
  }

  Story withPingEvery(String changed) {
    return new Story(profile, version, interval, nodes, virtualRouters, changed);
  }

  /** The scenario, read as a user's file would be. */
  Scenario scenario() {
    return read(text("timeline:\n  - { at: 5s, crash: r1 }\n"));
  }

  /** The scenario with a crash that is drawn over one second, for distributions. */
  Scenario scenarioAtRandom() {
    return read(text("timeline:\n  - { at: { uniform: [5s, 6s] }, crash: r1 }\n"));
  }

  /** The file. */
  String text(String timeline) {
    StringBuilder text = new StringBuilder("scenario: A Master crashes\nduration: 15s\n");
    text.append("segments:\n  lan: { subnet: 10.0.0.0/16 }\nnodes:\n");
    for (int node = 1; node <= nodes; node++) {
      text.append("  r%d:\n    segment: lan\n    address: %s\n".formatted(node, host(1, node)));
      text.append("    profile: %s\n    vrrp:\n".formatted(profile));
      for (String virtualRouter : virtualRouters(Math.max(1, 201 - node))) {
        text.append("      - ").append(virtualRouter).append('\n');
      }
    }
    text.append("hosts:\n  client: { segment: lan, address: 10.0.0.9 }\n");
    text.append(
        "traffic:\n  - ping: { from: client, to: 10.0.100.1, every: %s }\n".formatted(every));
    return text.append(timeline).toString();
  }

  private List<String> virtualRouters(int priority) {
    List<String> all = new ArrayList<>();
    for (int vrid = 1; vrid <= virtualRouters; vrid++) {
      all.add(
          "{ vrid: %d, version: %d, priority: %d, interval: %s, virtual-addresses: [%s] }"
              .formatted(vrid, version, priority, interval, host(100, vrid)));
    }
    return all;
  }

  private static String host(int block, int number) {
    return "10.0.%d.%d".formatted(block + number / 250, number % 250);
  }

  private static Scenario read(String text) {
    byte[] file = text.getBytes(StandardCharsets.UTF_8);
    return switch (new ScenarioReader().read("story.yaml", file)) {
      case ReadResult.Read(Scenario scenario, _) -> scenario;
      case ReadResult.Refused refused ->
          throw new IllegalStateException(refused.problems().toString());
    };
  }
}
