package io.vrrplab.keepalived.truth;

import io.vrrplab.keepalived.truth.Measured.Action;
import io.vrrplab.keepalived.truth.Measured.Case;
import io.vrrplab.keepalived.truth.Measured.Hop;
import io.vrrplab.keepalived.truth.Measured.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A case as a scenario file beside the configuration files of its nodes. */
final class CaseScenario {

  /** What `ping -i 0.05` came to on the rig. */
  private static final double REAL_SPACING_SECONDS = 0.057;

  private static final Pattern SCRIPT = Pattern.compile("vrrp_script (\\S+)");
  private static final Pattern FRR = Pattern.compile("vrrp (\\d+) (\\S+) (\\S+)");

  private final Case from;
  private final Path folder;

  CaseScenario(Case from, Path folder) {
    this.from = from;
    this.folder = folder;
  }

  /** How far apart the client's pings are. */
  static double spacingSeconds(Case of) {
    return of.pingIntervalSeconds() == 0.05 ? REAL_SPACING_SECONDS : of.pingIntervalSeconds();
  }

  /**
   * Writes the files.
   *
   * @param atSeconds when the first actions happen, as many as there are
   */
  Path write(List<Double> atSeconds) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append("scenario: ").append(from.name()).append('\n');
    text.append("duration: ").append(seconds(from.durationSeconds())).append('\n');
    text.append(segments());
    text.append("nodes:\n");
    for (Node node : from.nodes()) {
      text.append(node(node));
    }
    text.append(world());
    List<String> events = timeline(atSeconds);
    if (!events.isEmpty()) {
      text.append("timeline:\n");
      events.forEach(event -> text.append("  - { ").append(event).append(" }\n"));
    }
    Path file = folder.resolve(from.name() + ".yaml");
    return Files.writeString(file, text);
  }

  private String segments() {
    String near = subnet(from.nodes().getFirst().address());
    Hop hop = from.router();
    return "segments:\n  lan: { subnet: \"%s\" }\n".formatted(near)
        + (hop == null
            ? ""
            : "  clients: { subnet: \"%s\" }\n".formatted(subnet(hop.clientSide())));
  }

  private String node(Node node) throws IOException {
    String head =
        "  %s:\n    segment: lan\n    address: \"%s\"\n"
            .formatted(node.name(), bare(node.address()));
    return switch (node.daemon()) {
      case KEEPALIVED -> {
        String file = node.name() + ".conf";
        Files.writeString(folder.resolve(file), node.configuration());
        yield head + "    keepalived: " + file + "\n";
      }
      case FRR -> head + "    profile: frr\n    vrrp:\n      - " + frr(node.configuration()) + "\n";
    };
  }

  private static String frr(String configuration) {
    Map<String, String> said = new LinkedHashMap<>();
    Matcher line = FRR.matcher(configuration);
    String vrid = "";
    while (line.find()) {
      vrid = line.group(1);
      said.put(line.group(2), line.group(3));
    }
    return "{ vrid: %s, version: %s, priority: %s, interval: %sms, virtual-addresses: [\"%s\"] }"
        .formatted(
            vrid,
            said.getOrDefault("version", "3"),
            said.getOrDefault("priority", "100"),
            said.getOrDefault("advertisement-interval", "1000"),
            said.containsKey("ip") ? said.get("ip") : said.get("ipv6"));
  }

  private String world() {
    Hop hop = from.router();
    String routers = "";
    String gateway = "";
    if (hop != null) {
      routers =
          "routers:\n  gw: { interfaces: { lan: %s, clients: %s } }\n"
              .formatted(bare(hop.nodeSide()), bare(hop.clientSide()));
      gateway = ", gateway: " + bare(hop.clientSide());
    }
    StringBuilder text = new StringBuilder(routers);
    text.append(
        "hosts:\n  client: { segment: %s, address: \"%s\"%s }\n"
            .formatted(hop == null ? "lan" : "clients", bare(from.client()), gateway));
    text.append("traffic:\n");
    for (String address : from.virtualAddresses()) {
      text.append(
          "  - ping: { from: client, to: \"%s\", every: %s, size: %d }\n"
              .formatted(address, seconds(spacingSeconds(from)), from.pingSizeBytes()));
    }
    return text.toString();
  }

  private List<String> timeline(List<Double> atSeconds) {
    List<String> events = new ArrayList<>();
    for (Node node : from.nodes()) {
      if (node.startSeconds() > 0) {
        events.add("at: 1ms, stop: " + node.name());
        events.add("at: %s, start: %s".formatted(seconds(node.startSeconds()), node.name()));
      }
    }
    for (int i = 0; i < atSeconds.size(); i++) {
      String event = event(i, atSeconds);
      if (!event.isEmpty()) {
        events.add("at: %s, %s".formatted(seconds(atSeconds.get(i)), event));
      }
    }
    return events;
  }

  /** An action in our words; empty where it is only a mark on the time line of the rig. */
  private String event(int number, List<Double> atSeconds) {
    Action action = from.actions().get(number);
    String target = action.target() == null ? "" : action.target();
    return switch (action.verb()) {
      case "stop", "kill9_parent" -> "stop: " + target;
      case "start", "boot" -> "start: " + target;
      case "kill9" -> "kill: " + target;
      case "crash" -> "crash: " + target;
      case "link_down" -> "link-down: " + target;
      case "link_up" -> "link-up: " + target;
      case "if_down" -> "interface-down: " + target;
      case "if_up" -> "interface-up: " + target;
      case "addr_del" -> address("remove-address", target, action);
      case "addr_add" -> address("add-address", target, action);
      case "reload" -> "reload: " + target;
      case "write" -> check(target, action.arguments().getFirst());
      case "drop_n" ->
          "drop-adverts: { from: %s, to: %s, count: %s }"
              .formatted(target, other(target), action.arguments().getFirst());
      case "block" ->
          "drop-adverts: { from: %s, to: %s, for: %s }"
              .formatted(target, other(target), seconds(lasting(number, atSeconds, "unblock")));
      case "trunk_down" -> "partition: [%s, %s]".formatted(nearSide(), from.farSide());
      case "trunk_up" -> "heal: all";
      case "flush_client" -> "forget: client";
      case "pause" ->
          "pause: %s, for: %s".formatted(target, seconds(lasting(number, atSeconds, "resume")));
      case "sigstop" ->
          "freeze: %s, for: %s".formatted(target, seconds(lasting(number, atSeconds, "sigcont")));
      case "drop_end", "unblock", "resume", "sigcont", "mark" -> "";
      default -> throw new IllegalArgumentException(action.verb());
    };
  }

  /** Until the action that ends this one; a long time where that has no time yet. */
  private double lasting(int number, List<Double> atSeconds, String end) {
    String target = from.actions().get(number).target();
    for (int i = number + 1; i < atSeconds.size(); i++) {
      Action later = from.actions().get(i);
      if (later.verb().equals(end) && Objects.equals(later.target(), target)) {
        return atSeconds.get(i) - atSeconds.get(number);
      }
    }
    return from.durationSeconds();
  }

  private List<String> nearSide() {
    List<String> near = new ArrayList<>(from.nodes().stream().map(Node::name).toList());
    near.add("client");
    near.removeAll(from.farSide());
    return near;
  }

  private String other(String node) {
    return from.nodes().stream()
        .map(Node::name)
        .filter(name -> !name.equals(node))
        .findFirst()
        .orElseThrow();
  }

  private static String address(String verb, String node, Action action) {
    return "%s: { node: %s, address: %s }".formatted(verb, node, action.arguments().getFirst());
  }

  /** The rig rewrote a script's file; which script that is stands in the configuration. */
  private String check(String scriptFile, String content) {
    for (Node node : from.nodes()) {
      Matcher script = SCRIPT.matcher(node.configuration());
      if (node.configuration().contains(scriptFile) && script.find()) {
        return "check: { node: %s, script: %s, result: %s }"
            .formatted(node.name(), script.group(1), content.contains("exit 0") ? "ok" : "fail");
      }
    }
    throw new IllegalArgumentException(scriptFile);
  }

  static String seconds(double value) {
    return String.format(Locale.ROOT, "%dus", Math.round(value * 1_000_000));
  }

  private static String bare(String address) {
    return address.substring(0, address.indexOf('/'));
  }

  /** The rig's networks are /24 and /64. */
  private static String subnet(String address) {
    return address.contains(":")
        ? address.substring(0, address.indexOf("::")) + "::/64"
        : address.substring(0, address.lastIndexOf('.')) + ".0/24";
  }
}
