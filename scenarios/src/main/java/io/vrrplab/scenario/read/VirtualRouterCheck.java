package io.vrrplab.scenario.read;

import io.vrrplab.measure.VirtualRouterId;
import io.vrrplab.scenario.read.VrrpBinder.Member;
import io.vrrplab.scenario.spec.Durations;
import io.vrrplab.scenario.spec.VirtualAddress;
import io.vrrplab.wire.IpAddress;
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

  private VirtualRouterCheck() {}

  static void check(List<Member> members) {
    SequencedMap<VirtualRouterId, Member> first = new LinkedHashMap<>();
    for (Member member : members) {
      Member other = first.putIfAbsent(member.id(), member);
      if (other != null) {
        compare(other, member);
      }
    }
  }

  private static void compare(Member a, Member b) {
    if (a.spec().version() != b.spec().version()) {
      b.at()
          .at("version")
          .warning(
              "\"%s\" speaks version %d and \"%s\" version %d; each discards what the other says"
                  .formatted(a.node(), a.spec().version(), b.node(), b.spec().version()));
      return;
    }
    if (!addresses(a).equals(addresses(b))) {
      b.addressesAt()
          .warning(
              "\"%s\" and \"%s\" differ in the virtual addresses of VRID %d"
                  .formatted(a.node(), b.node(), b.spec().vrid()));
    }
    if (b.spec().version() == 2
        && a.spec().interval().isFixed()
        && b.spec().interval().isFixed()
        && a.spec().intervalNanos() != b.spec().intervalNanos()) {
      b.at()
          .at("interval")
          .warning(
              ("\"%s\" advertises every %s and \"%s\" every %s; "
                      + "version 2 discards such adverts (RFC 3768 7.1)")
                  .formatted(
                      a.node(),
                      Durations.text(a.spec().intervalNanos()),
                      b.node(),
                      Durations.text(b.spec().intervalNanos())));
    }
  }

  private static Set<IpAddress> addresses(Member member) {
    return member.spec().virtualAddresses().stream()
        .map(VirtualAddress::address)
        .collect(Collectors.toUnmodifiableSet());
  }
}
