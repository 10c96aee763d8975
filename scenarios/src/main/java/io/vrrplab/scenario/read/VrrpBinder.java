package io.vrrplab.scenario.read;

import io.vrrplab.measure.VirtualRouterId;
import io.vrrplab.scenario.spec.InterfaceSpec;
import io.vrrplab.scenario.spec.Quantity;
import io.vrrplab.scenario.spec.SegmentSpec;
import io.vrrplab.scenario.spec.Subnet;
import io.vrrplab.scenario.spec.TrackSpec;
import io.vrrplab.scenario.spec.VirtualAddress;
import io.vrrplab.scenario.spec.VrrpSpec;
import io.vrrplab.vrrp.KeepalivedVersion;
import io.vrrplab.vrrp.Profile;
import io.vrrplab.vrrp.SendingRules.FirstIpv6Address;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv6Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Binds the virtual routers of a node and holds them against the rules of the RFCs. */
final class VrrpBinder {

  private static final int DEFAULT_PRIORITY = 100;
  private static final int OWNER_PRIORITY = 255;
  private static final double DEFAULT_INTERVAL_NANOS = 1e9;

  private final Cast cast;
  private final Addresses addresses;
  private final EngineSupport support;
  private final SettingsBinder settings;

  VrrpBinder(Cast cast, Addresses addresses, EngineSupport support) {
    this.cast = cast;
    this.addresses = addresses;
    this.support = support;
    this.settings = new SettingsBinder(addresses);
  }

  /**
   * A node as far as it matters for its virtual routers.
   *
   * @param at where it stands
   * @param interfaces where it is attached
   * @param trackable what it may track
   */
  record Host(
      String name, Cursor at, List<InterfaceSpec> interfaces, TrackBinder.Trackable trackable) {}

  /** A node's part in a virtual router, and where the file says so. */
  record Member(String node, VirtualRouterId id, VrrpSpec spec, Cursor at) {

    boolean serves(IpAddress address) {
      return spec.serves(address);
    }

    /**
     * Complains of what no scenario should have, at the virtual addresses. A daemon runs its
     * configuration whatever others do, so of one it is advice.
     */
    void complain(String message) {
      if (DaemonBinder.isConfigured(at.parent())) {
        at.warning(message);
      } else {
        addressesAt().error(message);
      }
    }

    /** Where the virtual addresses stand. */
    Cursor addressesAt() {
      return at.at("virtual-addresses");
    }
  }

  /**
   * Binds what a node says of virtual routers; those that do not bind are left out.
   *
   * @param around the mapping in which the list of them stands: the node, or a reload of it
   */
  List<Member> bind(Host host, Cursor around, Function<String, SegmentSpec> segments) {
    Optional<String> profile = profile(host.at());
    Optional<KeepalivedVersion> keepalived = Profiles.keepalivedVersion(host.at(), profile);
    List<Member> members = new ArrayList<>();
    for (Cursor entry : around.items("vrrp")) {
      attachment(host.name(), entry, host.interfaces())
          .flatMap(on -> member(host, entry, profile, keepalived, on, segments.apply(on.segment())))
          .filter(member -> isNew(member, members))
          .ifPresent(members::add);
    }
    return members;
  }

  private Optional<String> profile(Cursor at) {
    Optional<String> profile = at.text("profile");
    if (profile.isPresent()
        && Profiles.KNOWN.contains(profile.get())
        && !support.profiles().contains(profile.get())) {
      at.get("profile")
          .ifPresent(value ->
              value.error(
                  "profile \"%s\" is not supported yet; supported: %s"
                      .formatted(profile.get(), Hints.all(support.profiles()))));
    }
    return profile;
  }

  /** The interface on which it runs; it has to be said only where there are several. */
  private Optional<InterfaceSpec> attachment(
      String node, Cursor entry, List<InterfaceSpec> interfaces) {
    Optional<Cursor> said = entry.get("segment");
    if (said.isPresent()) {
      return said.flatMap(cast::segment)
          .flatMap(name -> {
            if (!cast.segmentsOf(node).contains(name)) {
              said.get().error("\"%s\" is not on segment \"%s\"".formatted(node, name));
            }
            return interfaces.stream().filter(each -> each.segment().equals(name)).findFirst();
          });
    }
    List<String> attached = cast.segmentsOf(node);
    if (attached.size() > 1) {
      entry.error(
          "\"%s\" is on several segments; say which: segment: %s"
              .formatted(node, String.join(" | ", attached)));
    }
    return attached.size() == 1 ? interfaces.stream().findFirst() : Optional.empty();
  }

  private static boolean isNew(Member member, List<Member> before) {
    boolean known = before.stream().anyMatch(other -> other.id().equals(member.id()));
    if (known) {
      member
          .at()
          .at("vrid")
          .error("VRID %d stands twice on \"%s\"".formatted(member.spec().vrid(), member.node()));
    }
    return !known;
  }

  private Optional<Member> member(
      Host host,
      Cursor at,
      Optional<String> profile,
      Optional<KeepalivedVersion> keepalived,
      InterfaceSpec attachment,
      SegmentSpec segment) {
    int vrid = (int) at.whole("vrid").orElse(0);
    int version = (int) at.whole("version").orElse(Profiles.defaultVersion(profile));
    List<VirtualAddress> virtual = virtualAddresses(at, segment);
    if (vrid < 1 || vrid > 255 || version < 2 || version > 3 || virtual.isEmpty()) {
      return Optional.empty();
    }
    String behaviour = profile.orElse(version == 2 ? "rfc3768" : "rfc9568");
    checkVersion(at, version, profile, virtual);
    checkFirstAddress(at, vrid, behaviour, virtual);
    Range interval = version == 2 ? Range.VERSION_2_INTERVAL : Range.VERSION_3_INTERVAL;
    Profile rules = keepalived.map(Profile::keepalived).orElseGet(() -> rules(behaviour, version));
    List<TrackSpec> tracks = TrackBinder.tracks(at, host.trackable());
    VrrpSpec spec =
        new VrrpSpec(
            segment.name(),
            vrid,
            version,
            virtual.getFirst().address() instanceof Ipv6Address,
            priority(host.name(), at, behaviour, attachment, virtual),
            QuantityBinder.bind(at, "interval", interval, DEFAULT_INTERVAL_NANOS),
            virtual,
            at.flag("preempt", true),
            at.flag("accept", !at.flag("strict", false)),
            settings.bind(at, rules, keepalived.isPresent(), version, virtual, tracks));
    VirtualRouterId id = new VirtualRouterId(segment.name(), vrid, spec.ipv6());
    return Optional.of(new Member(host.name(), id, spec, at));
  }

  /** The rules of a profile, or of an RFC where the engine does not know it yet. */
  private Profile rules(String behaviour, int version) {
    return support.profiles().contains(behaviour)
        ? Profile.named(behaviour)
        : version == 2 ? Profile.RFC3768 : Profile.RFC9568;
  }

  private static void checkVersion(
      Cursor at, int version, Optional<String> profile, List<VirtualAddress> virtual) {
    Cursor place = at.at("version");
    if (profile.isPresent() && !Profiles.speaks(profile.get(), version)) {
      place.error("profile \"%s\" does not speak version %d".formatted(profile.get(), version));
    }
    boolean ipv6 = virtual.getFirst().address() instanceof Ipv6Address;
    if (version == 2 && ipv6) {
      place.error("version 2 knows no IPv6; say version: 3");
    }
    if (virtual.stream().anyMatch(other -> other.address() instanceof Ipv6Address != ipv6)) {
      at.get("virtual-addresses")
          .ifPresent(
              list -> list.error("IPv4 and IPv6 are two virtual routers; write an entry for each"));
    }
  }

  /** What hosts take for their router is link-local, and so stands first (RFC 9568 5.2.9). */
  private void checkFirstAddress(
      Cursor at, int vrid, String profile, List<VirtualAddress> virtual) {
    IpAddress first = virtual.getFirst().address();
    if (first instanceof Ipv6Address
        && !first.isLinkLocal()
        && support.profiles().contains(profile)
        && Profile.named(profile).sending().firstIpv6Address() == FirstIpv6Address.LINK_LOCAL) {
      at.at("virtual-addresses")
          .error(
              "the first virtual address of an IPv6 virtual router is link-local (RFC 9568 5.2.9);"
                  + " write [fe80::%x, %s]".formatted(vrid, first));
    }
  }

  private List<VirtualAddress> virtualAddresses(Cursor at, SegmentSpec segment) {
    List<VirtualAddress> virtual = new ArrayList<>();
    for (Cursor item : at.items("virtual-addresses")) {
      virtualAddress(item, segment)
          .ifPresent(address -> {
            if (virtual.stream().anyMatch(o -> o.address().equals(address.address()))) {
              item.error(address.address() + " stands twice");
            } else {
              virtual.add(address);
            }
          });
    }
    return virtual;
  }

  private Optional<VirtualAddress> virtualAddress(Cursor at, SegmentSpec segment) {
    String text = at.text().orElse("");
    int slash = text.indexOf('/');
    if (slash < 0) {
      return addresses
          .onLink(at, segment)
          .map(address -> new VirtualAddress(address, subnetLength(segment, address)));
    }
    return addresses
        .onLink(at, text.substring(0, slash), segment)
        .flatMap(address ->
            addresses
                .prefixLength(at, text.substring(slash + 1), address)
                .map(length -> new VirtualAddress(address, length)));
  }

  private static int subnetLength(SegmentSpec segment, IpAddress address) {
    return segment.subnetOf(address).map(Subnet::prefixLength).orElse(address.width());
  }

  /** The owner has priority 255, and nobody else has (RFC 9568 6.1). */
  private Quantity priority(
      String node,
      Cursor at,
      String profile,
      InterfaceSpec attachment,
      List<VirtualAddress> virtual) {
    List<IpAddress> owned =
        virtual.stream()
            .map(VirtualAddress::address)
            .filter(attachment.addresses()::contains)
            .toList();
    if (owned.isEmpty()) {
      Range range = profile.equals(Profiles.KEEPALIVED) ? Range.PRIORITY_OR_OWNER : Range.PRIORITY;
      return QuantityBinder.bind(at, "priority", range, DEFAULT_PRIORITY);
    }
    if (support.profiles().contains(profile)
        && Profile.named(profile).highestPriority() < OWNER_PRIORITY) {
      at.at("virtual-addresses")
          .error(
              "\"%s\" owns %s, and profile \"%s\" knows no owner"
                  .formatted(node, owned.getFirst(), profile));
    }
    if (owned.size() < virtual.size()) {
      at.get("virtual-addresses")
          .ifPresent(list ->
              list.error(
                  "\"%s\" owns %s but not the rest; an owner owns all virtual addresses"
                      .formatted(node, owned.getFirst())));
    }
    at.get("priority")
        .filter(value -> value.whole().orElse(0) != OWNER_PRIORITY)
        .ifPresent(value ->
            value.error(
                "\"%s\" owns %s, so its priority is 255 (RFC 9568 6.1)"
                    .formatted(node, owned.getFirst())));
    return Quantity.of(OWNER_PRIORITY);
  }
}
