package io.vrrplab.scenario.read;

import io.vrrplab.keepalived.config.Instance;
import io.vrrplab.keepalived.config.KeepalivedConfig;
import io.vrrplab.keepalived.config.VirtualAddress;
import io.vrrplab.keepalived.syntax.ReadOptions;
import io.vrrplab.measure.KeepalivedLog;
import io.vrrplab.measure.VirtualRouterId;
import io.vrrplab.scenario.Companions;
import io.vrrplab.scenario.Problem;
import io.vrrplab.scenario.daemon.ConfigFile;
import io.vrrplab.scenario.daemon.DaemonNode;
import io.vrrplab.scenario.daemon.OsixiaTemplate;
import io.vrrplab.scenario.spec.InterfaceSpec;
import io.vrrplab.scenario.spec.NodeSpec;
import io.vrrplab.scenario.spec.SegmentSpec;
import io.vrrplab.vrrp.KeepalivedVersion;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv6Address;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Binds nodes whose virtual routers stand in a keepalived.conf, or in an image's environment. */
final class DaemonBinder {

  /** What the configuration says, and the scenario therefore does not. */
  private static final List<String> SAID_THERE =
      List.of(
          "vrrp",
          "profile",
          "disable-local-igmp",
          "startup-delay",
          "delay-after-boot",
          "scripts",
          "files",
          "processes",
          "bfd-sessions",
          "sync-groups");

  private final Cast cast;
  private final Companions companions;

  DaemonBinder(Cast cast, Companions companions) {
    this.cast = cast;
    this.companions = companions;
  }

  private final SequencedMap<String, Seat> seats = new LinkedHashMap<>();

  /** Where a configured node stands, in the file and in the world. */
  private record Seat(Cursor node, List<InterfaceSpec> interfaces) {}

  /** A node, and its parts in virtual routers. */
  record Daemon(NodeSpec spec, List<VrrpBinder.Member> members) {}

  static boolean isConfigured(Cursor node) {
    return node.has("keepalived") || node.has("osixia");
  }

  Optional<Daemon> bind(
      String name,
      Cursor node,
      List<InterfaceSpec> interfaces,
      Function<String, SegmentSpec> segments) {
    if (node.has("keepalived") && node.has("osixia")) {
      node.at("osixia").errorAtKey("\"keepalived\" and \"osixia\" are two configurations");
    }
    SAID_THERE.stream()
        .flatMap(key -> node.get(key).stream())
        .forEach(value ->
            value.errorAtKey("\"" + value.key() + "\" stands in the configuration of the node"));
    seats.put(name, new Seat(node, interfaces));
    Cursor at = node.has("keepalived") ? node.at("keepalived") : node.at("osixia");
    Optional<ConfigFile> file = node.has("keepalived") ? file(node, at) : image(name, node, at);
    return taken(at, file).map(read -> daemon(name, node, at, read, interfaces, segments));
  }

  /** What a node is from the time on when its daemon reads another file. */
  Optional<Daemon> reread(String name, Cursor at, Function<String, SegmentSpec> segments) {
    Seat seat = seats.get(name);
    if (seat == null) {
      at.errorAtKey(
          "\"%s\" has no keepalived.conf; say what changes under \"vrrp\"".formatted(name));
      return Optional.empty();
    }
    return taken(at, file(seat.node(), at))
        .map(read -> daemon(name, seat.node(), at, read, seat.interfaces(), segments));
  }

  /** Passes on all that is to be said of a file; one that stops the daemon is not taken. */
  private static Optional<ConfigFile> taken(Cursor at, Optional<ConfigFile> file) {
    file.ifPresent(read -> read.problems().forEach(at.document()::addOf));
    return file.filter(read -> !hasErrors(read));
  }

  private static boolean hasErrors(ConfigFile read) {
    return read.problems().stream()
        .anyMatch(problem -> problem.severity() == Problem.Severity.ERROR);
  }

  private Optional<ConfigFile> file(Cursor node, Cursor at) {
    return at.text()
        .flatMap(path ->
            content(at, path)
                .map(content ->
                    ConfigFile.read(at.document().beside(path), content, options(node))));
  }

  private Optional<byte[]> content(Cursor at, String path) {
    try {
      return Optional.of(companions.read(path));
    } catch (NoSuchFileException e) {
      at.error("no such file beside the scenario: " + path);
    } catch (IOException e) {
      at.error(path + " cannot be read: " + e.getMessage());
    } catch (InvalidPathException e) {
      at.error("\"" + path + "\" is not a path");
    }
    return Optional.empty();
  }

  private ReadOptions options(Cursor node) {
    ReadOptions plain =
        ReadOptions.PLAIN
            .with(version(node, ReadOptions.PLAIN.version()))
            .withFiles(companions.includes());
    return node.text("config-id").map(plain::withConfigId).orElse(plain);
  }

  /** The version that the node says; the schema knows which there are. */
  private static KeepalivedVersion version(Cursor node, KeepalivedVersion otherwise) {
    return node.get("keepalived-version")
        .map(value -> value.node().asString())
        .filter(KeepalivedVersion.texts()::contains)
        .map(KeepalivedVersion::of)
        .orElse(otherwise);
  }

  private static Optional<ConfigFile> image(String name, Cursor node, Cursor at) {
    SequencedMap<String, List<String>> environment = new LinkedHashMap<>();
    at.entries()
        .forEach((variable, value) -> {
          if (OsixiaTemplate.variables().contains(variable)) {
            environment.put(variable, values(value));
          } else {
            value.errorAtKey(
                "the image 2.0.20 knows no \"%s\"; %s"
                    .formatted(variable, Hints.nearestOrAll(variable, OsixiaTemplate.variables())));
          }
        });
    byte[] text = OsixiaTemplate.configuration(environment).getBytes(StandardCharsets.UTF_8);
    KeepalivedVersion version = version(node, KeepalivedVersion.V2_0);
    String label = at.document().beside(name + ".osixia");
    return Optional.of(ConfigFile.read(label, text, ReadOptions.PLAIN.with(version)));
  }

  private static List<String> values(Cursor value) {
    return value.node().isArray()
        ? value.items().stream().map(item -> item.node().asString()).toList()
        : OsixiaTemplate.values(value.node().asString());
  }

  private Daemon daemon(
      String name,
      Cursor node,
      Cursor at,
      ConfigFile file,
      List<InterfaceSpec> interfaces,
      Function<String, SegmentSpec> segments) {
    SequencedMap<String, SegmentSpec> cards = cards(name, node, at, file.config(), segments);
    file.config().instances().forEach(each -> check(at, each, cards, interfaces));
    DaemonNode daemon = DaemonNode.of(file.config(), cards);
    NodeSpec spec =
        new NodeSpec(
            name,
            interfaces,
            daemon.vrrp(),
            node.flag("redirects", true),
            file.config().globals().localIgmp(),
            daemon.startupDelay(),
            daemon.bootDelay(),
            daemon.linkSenses(),
            daemon.groups(),
            new KeepalivedLog.Daemon(file.complaints(), daemon.names()));
    List<VrrpBinder.Member> members =
        daemon.vrrp().stream()
            .map(vrrp ->
                new VrrpBinder.Member(
                    name, new VirtualRouterId(vrrp.segment(), vrrp.vrid(), vrrp.ipv6()), vrrp, at))
            .toList();
    return new Daemon(spec, members);
  }

  /** The segments behind the interfaces that the configuration names. */
  private SequencedMap<String, SegmentSpec> cards(
      String name,
      Cursor node,
      Cursor at,
      KeepalivedConfig config,
      Function<String, SegmentSpec> segments) {
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
          .forEach(card ->
              at.error(
                  "the configuration uses %s, which \"interfaces\" does not name".formatted(card)));
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
    return Stream.concat(
            config.instances().stream().map(Instance::interfaceName),
            config.instances().stream()
                .flatMap(Instance::allAddresses)
                .map(VirtualAddress::device)
                .filter(device -> !device.equals(VirtualAddress.LOOPBACK)))
        .distinct()
        .toList();
  }

  private static void check(
      Cursor at,
      Instance instance,
      SequencedMap<String, SegmentSpec> cards,
      List<InterfaceSpec> interfaces) {
    SegmentSpec segment = cards.get(instance.interfaceName());
    if (segment == null) {
      return;
    }
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
    for (VirtualAddress virtual : instance.addresses()) {
      SegmentSpec its = cards.getOrDefault(virtual.device(), segment);
      if (its.subnetOf(virtual.address()).isEmpty()) {
        at.warning(
            "%s is outside segment \"%s\"; nobody there looks for it"
                .formatted(virtual.address(), its.name()));
      }
    }
  }
}
