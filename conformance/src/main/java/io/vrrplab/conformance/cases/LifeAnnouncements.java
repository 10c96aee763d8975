package io.vrrplab.conformance.cases;

import static io.vrrplab.conformance.bench.Situations.wholeLife;
import static io.vrrplab.conformance.device.Rfc.RFC3768;
import static io.vrrplab.conformance.device.Rfc.RFC5798;
import static io.vrrplab.conformance.device.Rfc.RFC9568;
import static io.vrrplab.vrrp.AddressFamily.IPV4;
import static io.vrrplab.vrrp.AddressFamily.IPV6;

import io.vrrplab.conformance.bench.Anatomy;
import io.vrrplab.conformance.bench.Bench;
import io.vrrplab.conformance.bench.Field;
import io.vrrplab.conformance.bench.Seen;
import io.vrrplab.wire.Ipv6Address;
import io.vrrplab.wire.MacAddress;
import java.util.List;

/** RFC 3768 6.4, RFC 5798 and RFC 9568 6.4: nothing that announces an address is ever wrong. */
public final class LifeAnnouncements {

  private static List<Seen> announcements(Bench bench) {
    wholeLife(bench);
    List<Seen> said = bench.heard().stream().filter(each -> each.frame().isAnnouncement()).toList();
    if (said.isEmpty()) {
      throw bench.inconclusive("a device that announces its address", "no announcement");
    }
    return said;
  }

  @Case(
      id = "life-garp",
      title = "no address is ever announced to one machine only, or by another",
      refuses = {"VRRP-ARP-GARP-BROADCAST", "VRRP-SM-BKP-EXPIRE-GARP"})
  void broadcast(Bench bench) {
    for (Seen seen : announcements(bench)) {
      bench.expectField(seen, Field.ETHERNET_DESTINATION, MacAddress.BROADCAST.bits());
    }
  }

  @Case(
      id = "life-garp-request",
      title = "no address is ever announced by an ARP reply",
      rfcs = {RFC3768, RFC5798},
      refuses = "VRRP-ARP-GARP-REQUEST-OP")
  void request(Bench bench) {
    for (Seen seen : announcements(bench)) {
      bench.expectField(seen, Field.ARP_OPERATION, 1);
    }
  }

  @Case(
      id = "life-garp-target",
      title = "no address is ever announced with another target than the virtual router's MAC",
      rfcs = RFC9568,
      refuses = "VRRP-ARP-GARP-TARGET-LL")
  void targetMac(Bench bench) {
    for (Seen seen : announcements(bench)) {
      bench.expectField(seen, Field.ARP_TARGET_MAC, bench.settings().virtualMac().bits());
    }
  }

  @Case(
      id = "life-na",
      title = "no announcement over IPv6 ever has a flag, a target or a way that is wrong",
      rfcs = {RFC5798, RFC9568},
      over = IPV6,
      refuses = {
        "VRRP-ND-NA-RFLAG",
        "VRRP-ND-NA-OFLAG",
        "VRRP-ND-NA-TARGET",
        "VRRP-ND-NA-DST-HL",
        "VRRP-SM-BKP-EXPIRE-NA"
      })
  void neighbourAdvertisement(Bench bench) {
    for (Seen seen : announcements(bench)) {
      Anatomy frame = seen.frame();
      bench.expectField(seen, Field.ND_ROUTER, 1);
      bench.expectField(seen, Field.ND_OVERRIDE, 1);
      bench.expectField(seen, Field.IPV6_HOP_LIMIT, 255);
      String target = bench.virtualAddress().toString();
      bench.expectSame("ND target", "62-77", target, frame.ndTarget().toString());
      bench.expectSame("IPv6 destination", "38-53", "ff02::1", frame.destination().toString());
    }
  }

  @Case(
      id = "life-announcements",
      title = "an address is never announced with another MAC than the virtual router's",
      over = {IPV4, IPV6},
      refuses = {"VRRP-ARP-GARP-SENDER", "VRRP-ND-NA-TLLA", "VRRP-ARP-MST-REPLY-VMAC"})
  void virtualMac(Bench bench) {
    wholeLife(bench);
    long virtual = bench.settings().virtualMac().bits();
    for (Seen seen : bench.heard()) {
      if (seen.frame().claims(bench.virtualAddress())) {
        bench.expectField(seen, claimedMac(seen.frame()), virtual);
      }
    }
  }

  /** Where a packet of ARP or ND says at which MAC an address is. */
  static Field claimedMac(Anatomy frame) {
    return frame.isArp() ? Field.ARP_SENDER_MAC : Field.ND_OPTION_MAC;
  }

  @Case(
      id = "life-na-solicited",
      title = "no announcement over IPv6 ever calls itself an answer",
      rfcs = {RFC5798, RFC9568},
      over = IPV6,
      refuses = "VRRP-ND-NA-SFLAG")
  void solicited(Bench bench) {
    wholeLife(bench);
    // nobody asked for the address in all that life
    for (Seen seen : bench.heard()) {
      if (seen.frame().isNeighborAdvertisement()) {
        bench.expectField(seen, Field.ND_SOLICITED, 0);
      }
    }
  }

  @Case(
      id = "life-no-eui64",
      title = "nothing ever comes from an address that is made of the virtual router's MAC",
      rfcs = RFC5798,
      over = IPV6,
      refuses = "VRRP-MAC-IID-NO-EUI64")
  void interfaceIdentifier(Bench bench) {
    wholeLife(bench);
    for (Seen seen : bench.heard()) {
      if (seen.frame().isIpv6()) {
        long identifier = ((Ipv6Address) seen.frame().source()).low();
        bench.expectHeard(
            "no address that is made of the virtual router's MAC",
            identifier != 0x0200_5eff_fe00_0233L,
            seen.frame().source().toString());
      }
    }
  }
}
