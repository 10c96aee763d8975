package io.vrrplab.conformance.cases;

import static io.vrrplab.conformance.bench.Situations.RIVAL_PRIORITY;
import static io.vrrplab.conformance.bench.Situations.arrive;
import static io.vrrplab.conformance.bench.Situations.unmoved;
import static io.vrrplab.conformance.bench.Window.SOON;
import static io.vrrplab.conformance.device.Ability.LINK;
import static io.vrrplab.conformance.device.Ability.PROXY_ARP;
import static io.vrrplab.conformance.device.Ability.SECOND_LAN;
import static io.vrrplab.vrrp.AddressFamily.IPV4;
import static io.vrrplab.vrrp.AddressFamily.IPV6;

import io.vrrplab.conformance.bench.Anatomy;
import io.vrrplab.conformance.bench.Bench;
import io.vrrplab.conformance.bench.Field;
import io.vrrplab.conformance.bench.Questions;
import io.vrrplab.conformance.bench.Seen;
import io.vrrplab.conformance.bench.Situations;
import io.vrrplab.conformance.bench.Standing;
import io.vrrplab.conformance.bench.Window;
import io.vrrplab.conformance.device.Lan;
import io.vrrplab.conformance.device.Settings;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv4Address;
import java.util.List;

/**
 * RFC 3768 3, 7.1 and 8.3, RFC 5798 and RFC 9568 3, 7.1 and 8.1.3: a virtual router belongs to one
 * LAN; its VRID may mean another one on the next; and what proxy ARP says of hosts there.
 */
public final class TwoLans {

  /** Nobody has it; it is on the second LAN. */
  private static final Ipv4Address BEYOND = Ipv4Address.parse("198.51.100.77");

  /** A virtual router on the second LAN. */
  private static Bench elsewhere(Bench bench, int virtualRouterId) {
    Settings first = bench.settings();
    List<IpAddress> addresses =
        first.family() == IPV4 ? List.of(Ipv4Address.parse("198.51.100.50")) : first.addresses();
    return bench.beside(
        first.on(Lan.SECOND).withVirtualRouterId(virtualRouterId).withAddresses(addresses));
  }

  private static Bench sameVrid(Bench bench) {
    return elsewhere(bench, bench.settings().virtualRouterId());
  }

  private static Bench otherVrid(Bench bench) {
    return elsewhere(bench, bench.settings().virtualRouterId() + 1);
  }

  @Case(
      id = "lans-vrid-of-the-other",
      title = "an advert for a VRID that runs on the other LAN only is discarded",
      over = {IPV4, IPV6},
      needs = SECOND_LAN,
      refuses = {"VRRP-RX-VRID-INTERFACE-SCOPE", "VRRP-RX-VRID-CONFIGURED"})
  void vridOfTheOtherLan(Bench bench, Standing standing) {
    Bench other = otherVrid(bench);
    long last = arrive(bench, standing);
    bench.pass(last + bench.interval().fromNanos() / 2);
    other.send("an advert that would count on the first", bench.advert(RIVAL_PRIORITY));
    bench.expectAdvert(
        "an advert as if nothing had come", bench.after(last, unmoved(bench, standing)));
  }

  @Case(
      id = "lans-elect-apart",
      title = "of one VRID on two LANs only the one yields that hears a higher priority",
      over = {IPV4, IPV6},
      needs = SECOND_LAN,
      obeys = "VRRP-ADDR-VRID-REUSE-OTHER-LAN",
      refuses = "VRRP-RX-VRID-INTERFACE-SCOPE")
  void electsApart(Bench bench) {
    LoadSharing.expectOneToYield(bench, sameVrid(bench));
  }

  @Case(
      id = "lans-fail-over-apart",
      title = "a Backup of one VRID on two LANs takes over on the one whose Master leaves",
      over = {IPV4, IPV6},
      needs = SECOND_LAN,
      obeys = "VRRP-RX-VRID-INTERFACE-SCOPE",
      refuses = "VRRP-ADDR-VRID-REUSE-OTHER-LAN")
  void failsOverApart(Bench bench) {
    Bench other = sameVrid(bench);
    other.expectTaken(other.settings());
    LoadSharing.expectOneToTakeOver(bench, other);
  }

  @Case(
      id = "lans-advertise-apart",
      title = "on each of two LANs that virtual router is advertised that runs there",
      over = {IPV4, IPV6},
      needs = SECOND_LAN,
      obeys = "VRRP-ADDR-VRID-SCOPE-LAN")
  void advertisesApart(Bench bench) {
    Bench other = otherVrid(bench);
    Situations.becomeMasterOfAll(bench, other);
    for (Bench each : List.of(bench, other)) {
      Window soon = new Window(-each.interval().toNanos(), each.interval().toNanos());
      Seen advert = each.expectAdvert("the next advert", each.after(each.nowNanos(), soon));
      each.expectField(advert, Field.VRRP_VRID, each.settings().virtualRouterId());
      each.expectSame(
          "source", "-", each.deviceAddress().toString(), advert.frame().source().toString());
    }
  }

  @Case(
      id = "lans-carry-nothing-over",
      title = "no advert of one LAN comes out on the other, be it its own or a rival's",
      over = {IPV4, IPV6},
      needs = SECOND_LAN,
      refuses = "VRRP-ADDR-VRID-SCOPE-LAN")
  void carriesNothingOver(Bench bench) {
    Bench other = otherVrid(bench);
    Situations.becomeMasterOfAll(bench, other);
    int foreign = bench.settings().virtualRouterId();
    bench.pass(bench.nowNanos() + 2 * bench.interval().toNanos());
    long rival = bench.send("the rival's advert", bench.advert(RIVAL_PRIORITY));
    other.expectNone(
        "advert for VRID " + foreign + " on the second LAN",
        frame -> frame.isAdvert() && frame.value(Field.VRRP_VRID) == foreign,
        rival + 5 * bench.interval().toNanos());
  }

  @Case(
      id = "lans-link-apart",
      title = "the loss of one link leaves the virtual router on the other LAN alone",
      over = {IPV4, IPV6},
      needs = {SECOND_LAN, LINK},
      refuses = "VRRP-SM-ONE-INSTANCE-PER-VR")
  void linksApart(Bench bench) {
    Bench other = sameVrid(bench);
    Situations.becomeMasterOfAll(bench, other);
    long half = bench.nowNanos() + bench.interval().fromNanos() / 2;
    other.pass(half);
    bench.link(false);
    Seen next =
        other.expectAdvert(
            "the other's next advert", other.after(half, other.interval()).from(half));
    Timers.expectCadence(other, next);
  }

  @Case(
      id = "proxy-arp-master",
      title = "a Master that answers ARP for a host beyond it says the virtual router's MAC",
      needs = {SECOND_LAN, PROXY_ARP},
      obeys = "VRRP-ARP-PROXY-VMAC")
  void masterAnswersForHosts(Bench bench) {
    arrive(bench, Standing.MASTER);
    bench.pass(bench.nowNanos() + SOON.toNanos());
    long asked = bench.send("ARP: who has " + BEYOND + "?", Questions.whoHas(BEYOND));
    Seen answer =
        bench.expect("an answer", frame -> frame.claims(BEYOND), bench.after(asked, SOON));
    bench.expectField(answer, Field.ARP_SENDER_MAC, bench.settings().virtualMac().bits());
  }

  @Case(
      id = "proxy-arp-no-other-mac",
      title = "no host beyond it is ever said to be at another MAC than the virtual router's",
      needs = {SECOND_LAN, PROXY_ARP},
      refuses = "VRRP-ARP-PROXY-VMAC")
  void neverAnotherMac(Bench bench, Standing standing) {
    arrive(bench, standing);
    bench.pass(bench.nowNanos() + SOON.toNanos());
    long virtual = bench.settings().virtualMac().bits();
    long asked = bench.send("ARP: who has " + BEYOND + "?", Questions.whoHas(BEYOND));
    bench.expectNone(
        "answer of a Backup, or with another MAC",
        frame -> frame.claims(BEYOND) && isWrong(frame, standing, virtual),
        asked + SOON.toNanos());
  }

  private static boolean isWrong(Anatomy claim, Standing standing, long virtual) {
    return standing == Standing.BACKUP || claim.claimedMac() != virtual;
  }
}
