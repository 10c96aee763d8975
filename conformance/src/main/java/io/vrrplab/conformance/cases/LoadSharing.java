package io.vrrplab.conformance.cases;

import static io.vrrplab.conformance.bench.Situations.RIVAL_PRIORITY;
import static io.vrrplab.conformance.bench.Situations.becomeMasterOfAll;
import static io.vrrplab.conformance.bench.Window.SOON;
import static io.vrrplab.conformance.device.Ability.REDIRECTS;
import static io.vrrplab.conformance.device.Ability.SEVERAL_ROUTERS;
import static io.vrrplab.conformance.device.Rfc.RFC5798;
import static io.vrrplab.conformance.device.Rfc.RFC9568;
import static io.vrrplab.vrrp.AddressFamily.IPV4;
import static io.vrrplab.vrrp.AddressFamily.IPV6;

import io.vrrplab.conformance.bench.Anatomy;
import io.vrrplab.conformance.bench.Bench;
import io.vrrplab.conformance.bench.Field;
import io.vrrplab.conformance.bench.Questions;
import io.vrrplab.conformance.bench.Seen;
import io.vrrplab.conformance.bench.Window;
import io.vrrplab.conformance.device.Settings;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv4Address;
import java.util.List;

/**
 * RFC 3768 3, 4.2 and 6.4, RFC 5798 and RFC 9568 3, 4.2 and 6.4: several virtual routers on one
 * interface, with VRIDs of their own or with one VRID in two families. Each lives by itself.
 */
public final class LoadSharing {

  private static final Ipv4Address OTHER_HOST = Ipv4Address.parse("192.0.2.77");

  /** A virtual router beside the usual one, with a VRID and an address of its own. */
  static Bench second(Bench bench) {
    String address = bench.settings().family() == IPV4 ? "192.0.2.52" : "fe80::52";
    Settings first = bench.settings();
    return bench.beside(
        first
            .withVirtualRouterId(first.virtualRouterId() + 1)
            .withAddresses(List.of(IpAddress.parse(address))));
  }

  /** The usual virtual router with its VRID in the other family. */
  private static Bench otherFamily(Bench bench) {
    return bench.beside(Settings.of(bench.settings().family() == IPV4 ? IPV6 : IPV4));
  }

  @Case(
      id = "several-advertise",
      title = "a Master of two virtual routers advertises for each at its interval",
      over = {IPV4, IPV6},
      needs = SEVERAL_ROUTERS,
      obeys = {"VRRP-ADDR-MULTI-VR", "VRRP-SM-ONE-INSTANCE-PER-VR"})
  void advertisesForEach(Bench bench) {
    Bench second = second(bench);
    second.configure(second.settings().withPriority(150).withIntervalCs(200));
    long started = bench.nowNanos();
    bench.start();
    expectRun(bench, started);
    expectRun(second, started);
  }

  private static void expectRun(Bench bench, long started) {
    Seen first = bench.expectAdvert("the first advert", bench.after(started, bench.masterDown()));
    bench.expectField(first, Field.VRRP_VRID, bench.settings().virtualRouterId());
    bench.expectField(first, Field.VRRP_PRIORITY, bench.settings().priority());
    Timers.expectCadence(bench, first);
  }

  @Case(
      id = "several-macs",
      title = "each of two virtual routers advertises from a MAC of its own",
      over = {IPV4, IPV6},
      needs = SEVERAL_ROUTERS,
      obeys = {"VRRP-ADDR-MULTI-VR", "VRRP-MAC-IPV4", "VRRP-MAC-IPV6"},
      refuses = "VRRP-TX-SRC-MAC-VIRTUAL")
  void macForEach(Bench bench) {
    Bench second = second(bench);
    becomeMasterOfAll(bench, second);
    for (Bench each : List.of(bench, second)) {
      Seen advert = each.expectAdvert("the next advert", each.after(each.nowNanos(), soon(each)));
      each.expectField(advert, Field.ETHERNET_SOURCE, each.settings().virtualMac().bits());
    }
  }

  private static Window soon(Bench bench) {
    return new Window(-bench.interval().toNanos(), bench.interval().toNanos());
  }

  @Case(
      id = "several-elect-apart",
      title = "of two virtual routers only the one yields that hears a higher priority",
      over = {IPV4, IPV6},
      needs = SEVERAL_ROUTERS,
      obeys = "VRRP-SM-ONE-INSTANCE-PER-VR",
      refuses = "VRRP-ADDR-MULTI-VR")
  void electsApart(Bench bench) {
    expectOneToYield(bench, second(bench));
  }

  @Case(
      id = "families-elect-apart",
      title = "of one VRID in two families only the one yields that hears a higher priority",
      over = {IPV4, IPV6},
      rfcs = {RFC5798, RFC9568},
      needs = SEVERAL_ROUTERS,
      obeys = "VRRP-SM-ONE-INSTANCE-PER-VR",
      refuses = "VRRP-RX-FAMILY-INDEPENDENT")
  void familiesElectApart(Bench bench) {
    expectOneToYield(bench, otherFamily(bench));
  }

  @Case(
      id = "families-list-apart",
      title = "of one VRID in two families each advertises the addresses of its own family only",
      over = {IPV4, IPV6},
      rfcs = {RFC5798, RFC9568},
      needs = SEVERAL_ROUTERS,
      obeys = "VRRP-PKT-FAMILY-MATCHES-HEADER",
      refuses = "VRRP-PKT-SINGLE-FAMILY")
  void familiesListApart(Bench bench) {
    becomeMasterOfAll(bench, otherFamily(bench));
    Seen advert = bench.expectAdvert("the next advert", bench.after(bench.nowNanos(), soon(bench)));
    RunningChanges.expectListed(bench, advert);
    int width = bench.virtualAddress().width() / Byte.SIZE;
    bench.expectSame(
        "VRRP message's octets",
        "-",
        String.valueOf(8 + width),
        String.valueOf(advert.frame().message().length()));
  }

  /** The first virtual router yields and comes back, while the other one keeps its cadence. */
  static void expectOneToYield(Bench bench, Bench other) {
    becomeMasterOfAll(bench, other);
    long half = bench.nowNanos() + bench.interval().fromNanos() / 2;
    bench.pass(half);
    other.pass(half);
    long rival = bench.send("the rival's advert for one of both", bench.advert(RIVAL_PRIORITY));
    Seen next =
        other.expectAdvert(
            "the other's next advert", other.after(half, other.interval()).from(half));
    Timers.expectCadence(other, next);
    bench.expectAdvert("the takeover", bench.after(rival, bench.masterDown()));
  }

  @Case(
      id = "several-fail-over-apart",
      title = "a Backup of two virtual routers takes over the one whose Master leaves",
      over = {IPV4, IPV6},
      needs = SEVERAL_ROUTERS,
      obeys = "VRRP-ADDR-MULTI-VR",
      refuses = "VRRP-SM-ONE-INSTANCE-PER-VR")
  void failsOverApart(Bench bench) {
    expectOneToTakeOver(bench, second(bench));
  }

  @Case(
      id = "families-fail-over-apart",
      title = "a Backup of one VRID in two families takes over the one whose Master leaves",
      over = {IPV4, IPV6},
      rfcs = {RFC5798, RFC9568},
      needs = SEVERAL_ROUTERS,
      obeys = "VRRP-RX-FAMILY-INDEPENDENT",
      refuses = "VRRP-SM-ONE-INSTANCE-PER-VR")
  void familiesFailOverApart(Bench bench) {
    expectOneToTakeOver(bench, otherFamily(bench));
  }

  /** The second one's Master leaves; the first one's falls silent somewhat later. */
  static void expectOneToTakeOver(Bench bench, Bench other) {
    becomeMasterOfAll(bench, other);
    long rival = bench.send("the first rival's advert", bench.advert(RIVAL_PRIORITY));
    other.send("the second rival's advert", other.advert(RIVAL_PRIORITY));
    other.pass(rival);
    bench.pass(rival + bench.interval().fromNanos());
    rival = bench.send("the first rival's advert", bench.advert(RIVAL_PRIORITY));
    long release = other.send("the second rival's release", other.advert(0));
    Seen takeover = other.expectAdvert("the second's takeover", other.after(release, other.skew()));
    bench.expectAdvert("the first's takeover", bench.after(rival, bench.masterDown()));
    Timers.expectCadence(other, takeover);
  }

  @Case(
      id = "several-answer-apart",
      title = "each of two virtual addresses is said to be at the MAC of its virtual router",
      over = {IPV4, IPV6},
      needs = SEVERAL_ROUTERS,
      obeys = {"VRRP-ADDR-MULTI-VR", "VRRP-ARP-MST-REPLY-VMAC", "VRRP-ND-MST-REPLY-VMAC"})
  void answersApart(Bench bench) {
    Bench second = second(bench);
    becomeMasterOfAll(bench, second);
    bench.pass(bench.nowNanos() + SOON.toNanos());
    second.pass(bench.nowNanos());
    for (Bench each : List.of(bench, second)) {
      IpAddress address = each.virtualAddress();
      long asked = each.send("where is " + address + "?", Questions.whoHas(address));
      Seen answer =
          each.expect("an answer", frame -> frame.claims(address), each.after(asked, SOON));
      Field field = answer.frame().isArp() ? Field.ARP_SENDER_MAC : Field.ND_OPTION_MAC;
      each.expectField(answer, field, each.settings().virtualMac().bits());
    }
  }

  @Case(
      id = "several-redirect-source",
      title = "a redirect comes from the virtual router whose MAC the host used",
      needs = {SEVERAL_ROUTERS, REDIRECTS},
      obeys = "VRRP-OPS-REDIRECT-VR")
  void redirectSource(Bench bench) {
    Bench second = second(bench);
    becomeMasterOfAll(bench, second);
    long sent = pingBySecond(bench, second);
    Seen redirect = second.expect("a redirect", Anatomy::isRedirect, second.after(sent, SOON));
    second.expectSame(
        "IP source",
        "26-29",
        second.virtualAddress().toString(),
        redirect.frame().source().toString());
  }

  @Case(
      id = "several-redirect-apart",
      title = "no redirect comes from another virtual router than the one whose MAC the host used",
      needs = SEVERAL_ROUTERS,
      refuses = "VRRP-OPS-REDIRECT-VR")
  void redirectsApart(Bench bench) {
    Bench second = second(bench);
    becomeMasterOfAll(bench, second);
    long sent = pingBySecond(bench, second);
    second.expectNone(
        "redirect from another than the address of that virtual router",
        frame -> frame.isRedirect() && !frame.source().equals(second.virtualAddress()),
        sent + SOON.toNanos());
  }

  /** A packet for a host on the same segment, by way of the second virtual router. */
  private static long pingBySecond(Bench bench, Bench second) {
    bench.pass(bench.nowNanos() + SOON.toNanos());
    Ipv4Address device = (Ipv4Address) bench.deviceAddress();
    bench.send("ARP of the asking host", Questions.whoHas(device));
    bench.send("ARP of " + OTHER_HOST, Questions.whoHasFrom(device, OTHER_HOST));
    bench.pass(bench.nowNanos());
    second.pass(bench.nowNanos());
    return second.send(
        "a ping to " + OTHER_HOST, Questions.ping(OTHER_HOST, second.settings().virtualMac()));
  }

  @Case(
      id = "several-stop-together",
      title = "a Master of two virtual routers that is stopped gives up both",
      over = {IPV4, IPV6},
      needs = SEVERAL_ROUTERS,
      obeys = {"VRRP-SM-MST-SHUTDOWN-PRIO0", "VRRP-ADDR-MULTI-VR"})
  void stopsBoth(Bench bench) {
    Bench second = second(bench);
    becomeMasterOfAll(bench, second);
    second.pass(bench.nowNanos());
    long stopped = bench.nowNanos();
    bench.stop();
    for (Bench each : List.of(bench, second)) {
      each.expect("a release", Anatomy::isRelease, each.after(stopped, new Window(0, 0)));
    }
  }
}
