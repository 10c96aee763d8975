package io.vrrplab.scenario.read;

import io.vrrplab.scenario.spec.TrackSpec;
import io.vrrplab.scenario.spec.VirtualAddress;
import io.vrrplab.scenario.spec.VrrpSettings;
import io.vrrplab.vrrp.AddressFamily;
import io.vrrplab.vrrp.Authentication;
import io.vrrplab.vrrp.DaemonRules.MixedVersions;
import io.vrrplab.vrrp.Delivery;
import io.vrrplab.vrrp.Profile;
import io.vrrplab.wire.IpAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Binds what a virtual router is told beyond the parameters that every RFC has, mostly in
 * keepalived's words.
 */
final class SettingsBinder {

  private static final List<String> KEEPALIVED_ONLY =
      List.of(
          "preempt-delay",
          "down-timer-adverts",
          "garp-master-delay",
          "garp-master-repeat",
          "garp-master-refresh",
          "garp-master-refresh-repeat",
          "garp-lower-prio-delay",
          "garp-lower-prio-repeat",
          "garp-interval",
          "lower-prio-no-advert",
          "higher-prio-send-advert",
          "owner-ignore-adverts",
          "skip-check-adv-addr",
          "strict",
          "timer-expired-backup",
          "old-unicast-checksum",
          "dont-track-primary",
          "v3-checksum-as-v2",
          "use-vmac",
          "vmac-xmit-base",
          "auth-pass",
          "virtual-addresses-excluded",
          "mcast-dst-ip",
          "unicast-peers",
          "unicast-ttl",
          "check-unicast-src");

  private static final int HIGHEST_TTL = 255;

  private final Addresses addresses;

  SettingsBinder(Addresses addresses) {
    this.addresses = addresses;
  }

  /**
   * Binds the settings of an entry.
   *
   * @param keepalived whether the node shows the behaviour of keepalived, which alone knows them
   */
  VrrpSettings bind(
      Cursor at,
      Profile profile,
      boolean keepalived,
      int version,
      List<VirtualAddress> virtual,
      List<TrackSpec> tracks) {
    boolean mixed = mixesVersions(at, profile, version, virtual);
    if (!keepalived) {
      KEEPALIVED_ONLY.stream()
          .flatMap(key -> at.get(key).stream())
          .forEach(
              value -> value.errorAtKey("\"" + value.key() + "\" goes with profile: keepalived"));
      return VrrpSettings.of(profile, tracks).mixing(mixed);
    }
    checkTogether(at, version);
    Optional<String> password = at.text("auth-pass").filter(_ -> version == 2);
    return new VrrpSettings(
        profile,
        Optional.of(TuningBinder.bind(at, profile)),
        excluded(at, virtual),
        new LinkedHashMap<>(),
        delivery(at, AddressFamily.of(virtual.getFirst().address())),
        mixed,
        password.map(Authentication::simplePassword).orElse(Authentication.NONE),
        tracks);
  }

  /** RFC 9568 8.4.2; what stands in its way is an error. */
  private static boolean mixesVersions(
      Cursor at, Profile profile, int version, List<VirtualAddress> virtual) {
    Optional<Cursor> asked = at.get("mixed-versions").filter(_ -> at.flag("mixed-versions", false));
    asked
        .filter(_ -> profile.daemon().mixedVersions() == MixedVersions.UNKNOWN)
        .ifPresent(value ->
            value.errorAtKey("\"mixed-versions\" goes with the profiles rfc5798 and rfc9568"));
    asked
        .filter(_ -> version != 3)
        .ifPresent(value ->
            value.errorAtKey("\"mixed-versions\" adds version 2 to version 3; say version: 3"));
    asked
        .filter(_ -> AddressFamily.of(virtual.getFirst().address()) == AddressFamily.IPV6)
        .ifPresent(value ->
            value.errorAtKey("\"mixed-versions\" is for IPv4, as version 2 knows no IPv6"));
    return asked.isPresent();
  }

  private static void checkTogether(Cursor at, int version) {
    if (version != 2) {
      at.get("auth-pass")
          .ifPresent(value -> value.errorAtKey("version 3 knows no password; say version: 2"));
    }
    for (String key : List.of("unicast-ttl", "check-unicast-src", "old-unicast-checksum")) {
      at.get(key)
          .filter(_ -> !at.has("unicast-peers"))
          .ifPresent(value -> value.errorAtKey("\"" + key + "\" goes with \"unicast-peers\""));
    }
    at.get("mcast-dst-ip")
        .filter(_ -> at.has("unicast-peers"))
        .ifPresent(
            value -> value.errorAtKey("\"mcast-dst-ip\" and \"unicast-peers\" exclude each other"));
    at.get("vmac-xmit-base")
        .filter(_ -> !at.flag("use-vmac", false))
        .ifPresent(value -> value.errorAtKey("\"vmac-xmit-base\" goes with use-vmac: true"));
    at.get("timer-expired-backup")
        .filter(_ -> at.flag("preempt", true))
        .ifPresent(value -> value.errorAtKey("\"timer-expired-backup\" goes with preempt: false"));
    at.get("preempt-delay")
        .filter(_ -> !at.flag("preempt", true))
        .ifPresent(value -> value.errorAtKey("\"preempt-delay\" goes with preempt: true"));
  }

  private List<IpAddress> excluded(Cursor at, List<VirtualAddress> virtual) {
    List<IpAddress> excluded = new ArrayList<>();
    for (Cursor item : at.items("virtual-addresses-excluded")) {
      Optional<IpAddress> address = addresses.unicast(item);
      if (address.isPresent()) {
        if (excluded.contains(address.get())
            || virtual.stream().anyMatch(each -> each.address().equals(address.get()))) {
          item.error(address.get() + " stands twice");
        } else {
          excluded.add(address.get());
        }
      }
    }
    return excluded;
  }

  private Delivery delivery(Cursor at, AddressFamily family) {
    List<Delivery.Peer> peers = new ArrayList<>();
    for (Cursor item : at.items("unicast-peers")) {
      Cursor place = item.node().isObject() ? item.at("address") : item;
      addresses
          .unicast(place)
          .filter(address -> isOf(place, address, family))
          .ifPresent(address -> peers.add(peer(item, address)));
    }
    int ttl = (int) at.whole("unicast-ttl").orElse(HIGHEST_TTL);
    return peers.isEmpty()
        ? new Delivery.Multicast(group(at, family))
        : new Delivery.Unicast(
            peers, at.flag("check-unicast-src", false), Math.clamp(ttl, 0, HIGHEST_TTL));
  }

  /** Another group than that of VRRP; null where none is said. */
  private @Nullable IpAddress group(Cursor at, AddressFamily family) {
    Optional<Cursor> said = at.get("mcast-dst-ip");
    return said.flatMap(addresses::address)
        .filter(address -> isOf(said.get(), address, family))
        .filter(address -> {
          if (!address.isMulticast()) {
            said.get().error(address + " is no multicast address");
          }
          return address.isMulticast();
        })
        .orElse(null);
  }

  private static boolean isOf(Cursor place, IpAddress address, AddressFamily family) {
    boolean same = AddressFamily.of(address) == family;
    if (!same) {
      place.error(address + " is not of the family of the virtual addresses");
    }
    return same;
  }

  private static Delivery.Peer peer(Cursor item, IpAddress address) {
    int least = Math.clamp(item.whole("min-ttl").orElse(0), 0, HIGHEST_TTL);
    int most = Math.clamp(item.whole("max-ttl").orElse(HIGHEST_TTL), 0, HIGHEST_TTL);
    if (most < least) {
      item.at("max-ttl").error("\"max-ttl\" is below \"min-ttl\", which is " + least);
    }
    return new Delivery.Peer(address, least, Math.max(least, most));
  }
}
