package io.vrrplab.keepalived.truth;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * What keepalived 2.2.7 and FRR 8.4.4 did on a small LAN, case by case: {@code measured.json}. In
 * the cases F, {@code ip addr del} and {@code add} changed the addresses of a node; there
 * keepalived ran with real-time priority, times are of the bridge, and the client sent an echo
 * request without data every 20.4 ms. Where the address stayed away until it was put back, the
 * outage is told of that.
 */
final class Measured {

  private Measured() {}

  /** A node: its daemon, the interface and address it had, and the file the daemon read. */
  record Node(
      String name,
      String networkInterface,
      String address,
      Daemon daemon,
      double startSeconds,
      String configuration) {}

  /** What ran on a node. */
  enum Daemon {
    KEEPALIVED,
    FRR
  }

  /** The smallest, the middle and the largest of some measurements. */
  record Spread(int count, double min, double median, double max) {}

  /** What was done to whom; the arguments are as the rig had them. */
  record Action(
      double nominalSeconds,
      String verb,
      @Nullable String target,
      List<String> arguments,
      SequencedMap<Integer, Reaction> reactions,
      SequencedMap<String, Spread> outages) {}

  /**
   * How one virtual router took an action.
   *
   * @param sinceAdvertSeconds for each run, how long after the last advert the action struck
   * @param newMaster how often each node became Master; {@code None} where nobody did
   * @param figures by name, those that were measured
   */
  record Reaction(
      List<Double> sinceAdvertSeconds,
      SequencedMap<String, Integer> newMaster,
      SequencedMap<String, Spread> figures) {}

  /** A case: a network, what happened to it, and what it did in some runs. */
  record Case(
      String name,
      String about,
      List<Node> nodes,
      String client,
      @Nullable Hop router,
      List<String> farSide,
      List<String> virtualAddresses,
      double pingIntervalSeconds,
      int pingSizeBytes,
      int runs,
      double durationSeconds,
      SequencedMap<Integer, SequencedMap<String, Spread>> startToMaster,
      List<Action> actions) {

    boolean hasKeepalived() {
      return nodes.stream().anyMatch(node -> node.daemon() == Daemon.KEEPALIVED);
    }
  }

  /** The router between the client and the nodes, as address and prefix length. */
  record Hop(String nodeSide, String clientSide) {}

  /** All cases, in the order of their names. */
  static List<Case> cases() {
    try (InputStream in =
        Objects.requireNonNull(
            Measured.class.getResourceAsStream("/io/vrrplab/keepalived/measured.json"))) {
      return list(new ObjectMapper().readTree(in), Measured::readCase);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Case readCase(JsonNode json) {
    JsonNode hop = json.get("router");
    return new Case(
        json.get("case").asString(),
        json.get("about").asString(),
        list(json.get("nodes"), Measured::readNode),
        json.get("client").get("addr").get(0).asString(),
        hop.isNull()
            ? null
            : new Hop(hop.get("node_addr").asString(), hop.get("client_addr").asString()),
        list(json.get("farSide"), JsonNode::asString),
        list(json.get("virtualAddresses"), JsonNode::asString),
        json.get("pingIntervalSeconds").asDouble(),
        json.get("pingSizeBytes").asInt(),
        json.get("runs").asInt(),
        json.get("durationSeconds").asDouble(),
        map(json.get("startToMaster"), Measured::vrid, node -> map(node, k -> k, Measured::spread)),
        list(json.get("actions"), Measured::readAction));
  }

  private static Node readNode(JsonNode json) {
    return new Node(
        json.get("name").asString(),
        json.get("interface").asString(),
        json.get("addresses").get(0).asString(),
        json.get("daemon").asString().equals("frr") ? Daemon.FRR : Daemon.KEEPALIVED,
        json.get("startSeconds").asDouble(),
        json.get("conf").asString());
  }

  private static Action readAction(JsonNode json) {
    JsonNode target = json.get("target");
    SequencedMap<String, Spread> outages = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> each : json.get("pings").properties()) {
      JsonNode outage = each.getValue().get("outageSeconds");
      if (outage != null && !outage.isNull()) {
        outages.put(each.getKey(), spread(outage));
      }
    }
    return new Action(
        json.get("nominalSeconds").asDouble(),
        json.get("verb").asString(),
        target.isNull() ? null : target.asString(),
        list(json.get("args"), JsonNode::asString),
        map(json.get("virtualRouters"), Measured::vrid, Measured::readReaction),
        outages);
  }

  private static Reaction readReaction(JsonNode json) {
    SequencedMap<String, Spread> figures = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> each : json.properties()) {
      if (each.getValue().has("median")) {
        figures.put(each.getKey(), spread(each.getValue()));
      }
    }
    return new Reaction(
        list(json.get("sinceAdvertSeconds"), JsonNode::asDouble),
        map(json.get("newMaster"), k -> k, JsonNode::asInt),
        figures);
  }

  /** The rig writes {@code 41} or {@code 41/v6}. */
  private static int vrid(String key) {
    return Integer.parseInt(key.split("/", 2)[0]);
  }

  private static Spread spread(JsonNode json) {
    return new Spread(
        json.get("n").asInt(),
        json.get("min").asDouble(),
        json.get("median").asDouble(),
        json.get("max").asDouble());
  }

  private static <T> List<T> list(@Nullable JsonNode json, Function<JsonNode, T> read) {
    List<T> all = new ArrayList<>();
    if (json != null) {
      json.forEach(each -> all.add(read.apply(each)));
    }
    return all;
  }

  private static <K, V> SequencedMap<K, V> map(
      JsonNode json, Function<String, K> key, Function<JsonNode, V> read) {
    SequencedMap<K, V> all = new LinkedHashMap<>();
    json.properties()
        .forEach(each -> all.put(key.apply(each.getKey()), read.apply(each.getValue())));
    return all;
  }
}
