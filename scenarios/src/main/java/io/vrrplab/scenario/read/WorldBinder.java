package io.vrrplab.scenario.read;

import io.vrrplab.scenario.Companions;
import io.vrrplab.scenario.spec.DaemonFault;
import io.vrrplab.scenario.spec.HostSpec;
import io.vrrplab.scenario.spec.InterfaceSpec;
import io.vrrplab.scenario.spec.NodeSpec;
import io.vrrplab.scenario.spec.RouterSpec;
import io.vrrplab.scenario.spec.SegmentSpec;
import io.vrrplab.scenario.spec.VrrpSpec;
import io.vrrplab.wire.IpAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;

/** Binds what the world is made of. What cannot be bound is left out; an error says so. */
final class WorldBinder {

  private final Cast cast;
  private final Addresses addresses;
  private final VrrpBinder vrrp;
  private final TrackBinder tracks;
  private final DaemonBinder daemons;
  private final TranslationBinder translations;
  private final SequencedMap<String, VrrpBinder.Host> hosts = new LinkedHashMap<>();
  private final AddressBook book = new AddressBook();
  private final SequencedMap<String, SegmentSpec> segments = new LinkedHashMap<>();

  WorldBinder(Cast cast, EngineSupport support, Companions companions) {
    this.cast = cast;
    this.addresses = new Addresses(support);
    this.vrrp = new VrrpBinder(cast, addresses, support);
    this.tracks = new TrackBinder(cast);
    this.daemons = new DaemonBinder(cast, companions);
    this.translations = new TranslationBinder(addresses, book, this::known);
  }

  AddressBook addressBook() {
    return book;
  }

  List<SegmentSpec> segments(Cursor root) {
    root.entries("segments").forEach(new SegmentBinder(cast, addresses, segments)::bind);
    return List.copyOf(segments.sequencedValues());
  }

  List<NodeSpec> nodes(Cursor root) {
    List<NodeSpec> nodes = new ArrayList<>();
    List<VrrpBinder.Member> members = new ArrayList<>();
    root.entries("nodes")
        .forEach((name, at) -> {
          List<InterfaceSpec> interfaces = attachments(name, at);
          if (!interfaces.isEmpty()) {
            if (DaemonBinder.isConfigured(at)) {
              daemons
                  .bind(name, at, interfaces, this::known)
                  .ifPresent(daemon -> {
                    members.addAll(daemon.members());
                    nodes.add(daemon.spec());
                  });
              return;
            }
            VrrpBinder.Host host =
                new VrrpBinder.Host(name, at, interfaces, tracks.trackable(name, at));
            hosts.put(name, host);
            List<VrrpBinder.Member> mine = vrrp.bind(host, at, this::known);
            members.addAll(mine);
            nodes.add(node(host, mine));
          }
        });
    VirtualRouterCheck.check(members);
    members.forEach(book::addVirtual);
    nodes.forEach(node -> node.vrrp().forEach(book::addUnlisted));
    return nodes;
  }

  private static NodeSpec node(VrrpBinder.Host host, List<VrrpBinder.Member> members) {
    List<VrrpSpec> specs = members.stream().map(VrrpBinder.Member::spec).toList();
    return new NodeSpec(
        host.name(),
        host.interfaces(),
        specs,
        host.at().flag("redirects", true),
        !host.at().flag("disable-local-igmp", false),
        QuantityBinder.bind(host.at(), "startup-delay", Range.TIME, 0),
        QuantityBinder.bind(host.at(), "delay-after-boot", Range.TIME, 0),
        List.of(),
        TrackBinder.groups(host.at(), specs.stream().map(VrrpSpec::vrid).toList()),
        List.of(),
        null);
  }

  /** What a node says of some of its virtual routers from a reload on. */
  List<VrrpSpec> reloaded(NodeSpec node, Cursor reload) {
    VrrpBinder.Host host = hosts.get(node.name());
    if (host == null) {
      reload
          .get("vrrp")
          .ifPresent(value ->
              value.errorAtKey(
                  "\"%s\" has a configuration of its own; name the new file under \"keepalived\""
                      .formatted(node.name())));
      return List.of();
    }
    List<VrrpSpec> changed = new ArrayList<>();
    for (VrrpBinder.Member member : vrrp.bind(host, reload, this::known)) {
      member
          .at()
          .get("track")
          .ifPresent(value -> value.errorAtKey("what is tracked stays as it is at a reload"));
      if (node.vrrp().stream().anyMatch(each -> each.id().equals(member.id()))) {
        changed.add(member.spec());
      } else {
        member.at().at("vrid").error("\"%s\" has no such virtual router".formatted(node.name()));
      }
    }
    return changed;
  }

  /** What the daemon of a node reads from a reload on, where its file is another one. */
  Optional<DaemonFault> reread(NodeSpec node, Cursor file) {
    return daemons
        .reread(node.name(), file, this::known)
        .map(daemon -> {
          daemon.members().forEach(book::addVirtual);
          daemon.spec().vrrp().forEach(book::addUnlisted);
          return DaemonFault.NewConfiguration.of(file.text().orElse(""), daemon.spec());
        });
  }

  List<RouterSpec> routers(Cursor root) {
    List<RouterSpec> routers = new ArrayList<>();
    root.entries("routers")
        .forEach((name, at) -> {
          List<InterfaceSpec> interfaces = interfaces(name, at);
          routers.add(new RouterSpec(name, interfaces, translations.bind(name, at, interfaces)));
        });
    return routers;
  }

  List<HostSpec> hosts(Cursor root) {
    List<HostSpec> hosts = new ArrayList<>();
    root.entries("hosts")
        .forEach((name, at) -> {
          List<InterfaceSpec> interfaces = attachments(name, at);
          if (!interfaces.isEmpty()) {
            hosts.add(host(name, at, interfaces));
          }
        });
    return hosts;
  }

  private HostSpec host(String name, Cursor at, List<InterfaceSpec> interfaces) {
    List<SegmentSpec> attached = interfaces.stream().map(each -> known(each.segment())).toList();
    List<IpAddress> gateways = new ArrayList<>();
    at.get("gateway").stream()
        .flatMap(value -> value.oneOrMore().stream())
        .forEach(value ->
            addresses
                .onLink(value, attached)
                .ifPresent(gateway -> {
                  book.want(value, gateway);
                  gateways.add(gateway);
                }));
    return new HostSpec(name, interfaces, gateways);
  }

  /** Where a device is attached: in the short form to one segment, else to each that it names. */
  private List<InterfaceSpec> attachments(String name, Cursor at) {
    if (!at.has("interfaces")) {
      return attachment(name, at).stream().toList();
    }
    if (DaemonBinder.isConfigured(at) && cast.isByCard(at)) {
      return byCard(name, at);
    }
    for (String key : List.of("segment", "address")) {
      at.get(key)
          .ifPresent(value ->
              value.errorAtKey(
                  "\"" + key + "\" beside \"interfaces\"; write all of it in \"interfaces\""));
    }
    return interfaces(name, at);
  }

  private List<InterfaceSpec> interfaces(String name, Cursor at) {
    List<InterfaceSpec> interfaces = new ArrayList<>();
    at.entries("interfaces")
        .forEach((segment, value) -> {
          if (cast.isSegment(value) && segments.containsKey(segment)) {
            InterfaceSpec claimed = claimed(name, value, known(segment));
            if (!claimed.addresses().isEmpty()) {
              interfaces.add(claimed);
            }
          }
        });
    return interfaces;
  }

  /** Of a node whose interfaces are named: each of its addresses belongs to the segment it fits. */
  private List<InterfaceSpec> byCard(String name, Cursor at) {
    List<SegmentSpec> attached =
        cast.segmentsOf(name).stream().filter(segments::containsKey).map(this::known).toList();
    if (!at.has("address")) {
      at.errorAtKey("missing key \"address\": the addresses of all interfaces");
    }
    SequencedMap<String, List<IpAddress>> own = new LinkedHashMap<>();
    at.get("address").stream()
        .flatMap(value -> value.oneOrMore().stream())
        .forEach(value ->
            addresses
                .onLink(value, attached)
                .ifPresent(address -> {
                  String segment = segmentOf(address, attached);
                  if (book.claim(value, segment, address, name)) {
                    own.computeIfAbsent(segment, _ -> new ArrayList<>()).add(address);
                  }
                }));
    return own.sequencedEntrySet().stream()
        .map(entry -> new InterfaceSpec(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static String segmentOf(IpAddress address, List<SegmentSpec> attached) {
    return attached.stream()
        .filter(segment -> segment.subnetOf(address).isPresent())
        .findFirst()
        .orElseThrow()
        .name();
  }

  private Optional<InterfaceSpec> attachment(String name, Cursor at) {
    return at.get("segment")
        .flatMap(cast::segment)
        .filter(segments::containsKey)
        .flatMap(segment -> at.get("address").map(value -> claimed(name, value, known(segment))))
        .filter(attachment -> !attachment.addresses().isEmpty());
  }

  private InterfaceSpec claimed(String name, Cursor value, SegmentSpec segment) {
    List<IpAddress> own = new ArrayList<>();
    for (Cursor at : value.oneOrMore()) {
      addresses
          .onLink(at, segment)
          .filter(address -> book.claim(at, segment.name(), address, name))
          .ifPresent(own::add);
    }
    return new InterfaceSpec(segment.name(), own);
  }

  private SegmentSpec known(String segment) {
    return Objects.requireNonNull(segments.get(segment), segment);
  }
}
