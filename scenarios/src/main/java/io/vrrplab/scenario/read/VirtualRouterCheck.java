package io.vrrplab.scenario.read;

import io.vrrplab.measure.VirtualRouterId;
import io.vrrplab.scenario.read.VrrpBinder.Member;
import io.vrrplab.scenario.spec.Durations;
import io.vrrplab.scenario.spec.VirtualAddress;
import io.vrrplab.vrrp.UpgradePartner;
import io.vrrplab.wire.IpAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Warns where nodes disagree on what their virtual router is. That can be just what a scenario is
 * about, so it is no error.
 */
final class VirtualRouterCheck {

  /** Nodes of one virtual router between which all that is said is also heard. */
  private final List<Member> agreed = new ArrayList<>();

  private VirtualRouterCheck() {}

  static void check(List<Member> members) {
    SequencedMap<VirtualRouterId, VirtualRouterCheck> checks = new LinkedHashMap<>();
    for (Member member : members) {
      checks.computeIfAbsent(member.id(), _ -> new VirtualRouterCheck()).compare(member);
    }
  }

  private void compare(Member member) {
    pace(member);
    for (Member other : agreed) {
      if (!partner(other).understands(partner(member))) {
        versions(other, member);
        return;
      }
    }
    if (!agreed.isEmpty()) {
      addresses(agreed.getFirst(), member);
    }
    for (Member other : agreed) {
      preference(other, member);
      preference(member, other);
    }
    for (Member other : agreed) {
      if (isPaced(other) && isPaced(member) && partner(other).isRefusedFor(partner(member))) {
        intervals(other, member);
        return;
      }
    }
    agreed.add(member);
  }

  /** What is drawn in each run has some value here, and nobody may be blamed for that. */
  private static UpgradePartner partner(Member member) {
    return member.spec().resolve(0).upgradePartner();
  }

  private static boolean isPaced(Member member) {
    return member.spec().interval().isFixed();
  }

  private static void versions(Member a, Member b) {
    b.at()
        .at("version")
        .warning(
            "\"%s\" speaks version %d and \"%s\" version %d; each discards what the other says"
                .formatted(a.node(), a.spec().version(), b.node(), b.spec().version()));
  }

  private static void addresses(Member a, Member b) {
    if (!addresses(a).equals(addresses(b))) {
      b.addressesAt()
          .warning(
              "\"%s\" and \"%s\" differ in the virtual addresses of VRID %d"
                  .formatted(a.node(), b.node(), b.spec().vrid()));
    }
  }

  private static Set<IpAddress> addresses(Member member) {
    return member.spec().virtualAddresses().stream()
        .map(VirtualAddress::address)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static void intervals(Member a, Member b) {
    b.at()
        .at("interval")
        .warning(
            ("\"%s\" advertises every %s and \"%s\" every %s; "
                    + "version 2 discards such adverts (RFC 3768 7.1)")
                .formatted(a.node(), interval(a), b.node(), interval(b)));
  }

  private static String interval(Member member) {
    return Durations.text(member.spec().intervalNanos());
  }

  /** RFC 9568 8.4.2.1.1: no router of version 2 above one that is faster than a second. */
  private static void preference(Member old, Member fast) {
    if (isPaced(fast)
        && old.spec().priority().isFixed()
        && fast.spec().priority().isFixed()
        && partner(old).outranksFaster(partner(fast))) {
      old.at()
          .at("priority")
          .warning(
              ("\"%s\" speaks version 2 and is preferred to \"%s\", which advertises every %s;"
                      + " give the faster one the higher priority (RFC 9568 8.4.2.1.1)")
                  .formatted(old.node(), fast.node(), interval(fast)));
    }
  }

  /** RFC 9568 8.4.2.1.2: one second or slower until the last router of version 2 is upgraded. */
  private static void pace(Member member) {
    if (isPaced(member) && partner(member).overloadsVersion2()) {
      member
          .at()
          .at("interval")
          .warning(
              ("\"%s\" sends both versions every %s, which may be too much for routers of version"
                      + " 2; say 1s or more until the last is upgraded (RFC 9568 8.4.2.1.2)")
                  .formatted(member.node(), interval(member)));
    }
  }
}
