package io.vrrplab.scenario.read;

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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;

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

  /** A node, and its parts in virtual routers, save for those whose interface it lacks. */
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
    DaemonNode daemon =
        DaemonNode.of(
            file.config(),
            new CardBinder(cast, name, node, at).bind(file.config(), interfaces, segments));
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
            daemon.sharedPaces(),
            new KeepalivedLog.Daemon(file.complaints(), daemon.names()));
    List<VrrpBinder.Member> members =
        daemon.vrrp().stream()
            .filter(
                vrrp -> interfaces.stream().anyMatch(each -> each.segment().equals(vrrp.segment())))
            .map(vrrp ->
                new VrrpBinder.Member(
                    name, new VirtualRouterId(vrrp.segment(), vrrp.vrid(), vrrp.ipv6()), vrrp, at))
            .toList();
    return new Daemon(spec, members);
  }
}
