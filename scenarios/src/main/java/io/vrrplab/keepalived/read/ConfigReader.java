package io.vrrplab.keepalived.read;

import io.vrrplab.keepalived.config.GarpGroup;
import io.vrrplab.keepalived.config.GarpGroups;
import io.vrrplab.keepalived.config.GlobalDefaults;
import io.vrrplab.keepalived.config.Instance;
import io.vrrplab.keepalived.config.InterfaceDelay;
import io.vrrplab.keepalived.config.KeepalivedConfig;
import io.vrrplab.keepalived.config.SyncGroup;
import io.vrrplab.keepalived.config.SyncGroups;
import io.vrrplab.keepalived.finding.Findings;
import io.vrrplab.keepalived.finding.Position;
import io.vrrplab.keepalived.finding.Rule;
import io.vrrplab.keepalived.syntax.Node;
import io.vrrplab.keepalived.syntax.Word;
import io.vrrplab.vrrp.KeepalivedVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/** Walks the blocks of a file in their order. */
final class ConfigReader {

  private static final String POLLING = "linkbeat_use_polling";

  private final String file;
  private final List<Node> nodes;
  private final KeepalivedVersion version;
  private final Findings findings;
  private final GlobalDefaults globals;
  private final Definitions definitions = new Definitions();
  private final BfdReader bfd;
  private final TrackGroups trackGroups = new TrackGroups();
  private final Map<String, Instance> instances = new LinkedHashMap<>();
  private final Map<String, SequencedSet<String>> names = new LinkedHashMap<>();
  private final List<GroupReader.Draft> groups = new ArrayList<>();
  private final SequencedSet<String> paced = new LinkedHashSet<>();
  private final List<GarpGroup> garpGroups = new ArrayList<>();
  private final List<String> listed = new ArrayList<>();
  private final List<InterfaceDelay> delays = new ArrayList<>();

  ConfigReader(String file, List<Node> nodes, KeepalivedVersion version, Findings findings) {
    this.file = file;
    this.nodes = nodes;
    this.version = version;
    this.findings = findings;
    this.bfd = new BfdReader(definitions, findings);
    this.globals = new GlobalReader(globalSettings()).read();
  }

  /** All blocks global_defs as one. */
  private Settings globalSettings() {
    List<Node> blocks =
        nodes.stream().filter(node -> node.keyword().equals("global_defs")).toList();
    Position at = blocks.isEmpty() ? Position.ofFile(file) : blocks.getFirst().at();
    List<Node> children = blocks.stream().flatMap(node -> node.children().stream()).toList();
    return new Settings(children, at, findings);
  }

  KeepalivedConfig read() {
    nodes.forEach(this::block);
    List<Instance> running = List.copyOf(instances.values());
    new TwinCheck(findings).check(running);
    running.forEach(new VirtualMacCheck(findings)::check);
    running.forEach(new SimulationGaps(findings)::check);
    GroupReader groupReader = new GroupReader(instances, findings);
    List<SyncGroup> synced =
        groups.stream().flatMap(draft -> groupReader.read(draft).stream()).toList();
    return new KeepalivedConfig(
        file,
        version,
        globals,
        running,
        new SyncGroups(synced),
        definitions.scripts(),
        definitions.files(),
        definitions.processes(),
        definitions.bfdSessions(),
        new GarpGroups(garpGroups),
        delays,
        polled(running));
  }

  /** The interfaces of all instances, those of instances that want it so, and those of a list. */
  private SequencedSet<String> polled(List<Instance> running) {
    boolean all = nodes.stream().anyMatch(node -> node.keyword().equals(POLLING));
    SequencedSet<String> interfaces = new LinkedHashSet<>(listed);
    running.stream()
        .filter(instance -> all || instance.places().has(POLLING))
        .forEach(instance -> interfaces.add(instance.interfaceName()));
    return interfaces;
  }

  private void block(Node node) {
    Settings settings = new Settings(node.children(), node.at(), findings);
    switch (node.keyword()) {
      case "vrrp_instance" -> name(node).ifPresent(name -> instance(name, settings));
      case "vrrp_sync_group" ->
          name(node)
              .ifPresent(name ->
                  groups.add(
                      new GroupReader.Draft(
                          name, settings, new TrackerReader(settings, definitions).read())));
      case "vrrp_script" -> check(node, settings).script().ifPresent(definitions::add);
      case "track_file", "vrrp_track_file" ->
          check(node, settings).file().ifPresent(definitions::add);
      case "vrrp_track_process" -> check(node, settings).process().ifPresent(definitions::add);
      case "bfd_instance" -> bfd.read(node, settings);
      case "garp_group" -> garpGroup(settings);
      case "interface_up_down_delays" -> node.children().forEach(line -> delay(line, settings));
      case "static_ipaddress" -> {
        AddressReader addresses =
            AddressReader.ofStatic(settings, globals.defaultInterface(), trackGroups);
        node.children().forEach(addresses::read);
      }
      case "linkbeat_interfaces" -> node.children().forEach(this::linkbeat);
      case "track_group" -> name(node).ifPresent(name -> trackGroup(name, node));
      case "static_routes" ->
          node.children().forEach(line -> RouteCheck.check(line.words(), trackGroups, findings));
      case "static_rules" ->
          node.children().forEach(line -> RuleCheck.check(line.words(), trackGroups, findings));
      default -> {}
    }
  }

  /** The one word behind a block's keyword. */
  private Optional<String> name(Node node) {
    if (node.words().size() != 2) {
      findings.add(
          Rule.NAME_MISSING,
          node.at(),
          "%s has %s name; keepalived skips the block",
          node.keyword(),
          node.words().size() < 2 ? "no" : "more than one");
      return Optional.empty();
    }
    String name = node.words().get(1).text();
    if (!names.computeIfAbsent(node.keyword(), _ -> new LinkedHashSet<>()).add(name)) {
      findings.add(
          Rule.NAME_TWICE,
          node.words().get(1).at(),
          "%s %s is there already; keepalived skips this one",
          node.keyword(),
          name);
      return Optional.empty();
    }
    return Optional.of(name);
  }

  private void instance(String name, Settings settings) {
    new InstanceReader(name, settings, globals, definitions, version)
        .read()
        .ifPresent(instance -> instances.put(name, instance));
  }

  private CheckReader check(Node node, Settings settings) {
    return new CheckReader(node.value().map(Word::text).orElse(""), settings, version);
  }

  private void garpGroup(Settings settings) {
    List<String> interfaces = new ArrayList<>();
    settings.all("interface").stream()
        .flatMap(node -> node.value().stream())
        .forEach(word -> interfaces.add(word.text()));
    settings.lines("interfaces").stream()
        .flatMap(line -> line.words().stream())
        .forEach(word -> interfaces.add(word.text()));
    interfaces.stream()
        .filter(each -> !paced.add(each))
        .forEach(each ->
            findings.add(
                Rule.GROUP_TWICE,
                settings.places().block(),
                "%s is in a garp_group already; keepalived ends here where it is listed again",
                each));
    if (settings.has("garp_interval") || settings.has("gna_interval")) {
      garpGroups.add(
          new GarpGroup(
              GlobalReader.pace(settings, "garp_interval", "gna_interval", "0", "2147.483647"),
              interfaces,
              settings.places()));
    } else {
      findings.add(
          Rule.GARP_GROUP_EMPTY,
          settings.places().block(),
          "the garp_group has no interval; keepalived removes it");
    }
  }

  private void trackGroup(String name, Node node) {
    trackGroups.add(name);
    node.all("group")
        .skip(1)
        .forEach(again ->
            findings.add(
                Rule.GROUP_TWICE,
                again.at(),
                "track_group %s has a list of instances already; keepalived ignores this one",
                name));
  }

  private void linkbeat(Node line) {
    listed.add(line.keyword());
    if (line.words().size() > 2) {
      findings.add(
          Rule.VALUE_INVALID,
          line.words().get(2).at(),
          "an interface is watched in one way; keepalived ignores \"%s\"",
          line.words().get(2).text());
    }
    for (Word word : line.values()) {
      if (!List.of("MII", "ETHTOOL", "IOCTL").contains(word.text())) {
        findings.add(
            Rule.VALUE_INVALID,
            word.at(),
            "an interface is watched by MII, ETHTOOL or IOCTL, not by \"%s\"",
            word.text());
      }
    }
  }

  private void delay(Node line, Settings settings) {
    List<Duration> delays = new ArrayList<>();
    for (Word word : line.values().stream().limit(2).toList()) {
      delays.add(settings.seconds(word, "delay", "0", "255", "takes 0").orElse(Duration.ZERO));
    }
    this.delays.add(
        new InterfaceDelay(
            line.keyword(),
            delays.isEmpty() ? Duration.ZERO : delays.getFirst(),
            delays.size() < 2 ? Duration.ZERO : delays.get(1),
            line.at()));
  }
}
