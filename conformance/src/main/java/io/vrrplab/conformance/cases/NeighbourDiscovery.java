package io.vrrplab.conformance.cases;

import static io.vrrplab.conformance.bench.Situations.becomeBackup;
import static io.vrrplab.conformance.bench.Situations.becomeMaster;
import static io.vrrplab.conformance.bench.Window.SOON;
import static io.vrrplab.conformance.device.Rfc.RFC5798;
import static io.vrrplab.conformance.device.Rfc.RFC9568;
import static io.vrrplab.vrrp.AddressFamily.IPV6;

import io.vrrplab.conformance.bench.Anatomy;
import io.vrrplab.conformance.bench.Bench;
import io.vrrplab.conformance.bench.Field;
import io.vrrplab.conformance.bench.Questions;
import io.vrrplab.conformance.bench.Seen;
import io.vrrplab.conformance.bench.Window;
import io.vrrplab.conformance.device.Settings;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv6Address;
import java.util.List;

/** RFC 5798 and RFC 9568 6.4 and 8.2: neighbour discovery for the virtual addresses. */
public final class NeighbourDiscovery {

  private static final Window WITHIN_A_MINUTE = new Window(0, 60_000_000_000L);

  private static Seen announcement(Bench bench) {
    Seen advert = becomeMaster(bench);
    return bench.expect(
        "an unsolicited neighbour advertisement",
        Anatomy::isNeighborAdvertisement,
        bench.after(advert.atNanos(), SOON));
  }

  @Case(
      id = "na-router-flag",
      title = "the router flag of the announcement is set",
      rfcs = {RFC5798, RFC9568},
      over = IPV6,
      obeys = "VRRP-ND-NA-RFLAG")
  void routerFlag(Bench bench) {
    bench.expectField(announcement(bench), Field.ND_ROUTER, 1);
  }

  @Case(
      id = "na-solicited-flag",
      title = "the solicited flag of the announcement is clear",
      rfcs = {RFC5798, RFC9568},
      over = IPV6,
      obeys = "VRRP-ND-NA-SFLAG")
  void solicitedFlag(Bench bench) {
    bench.expectField(announcement(bench), Field.ND_SOLICITED, 0);
  }

  @Case(
      id = "na-override-flag",
      title = "the override flag of the announcement is set",
      rfcs = {RFC5798, RFC9568},
      over = IPV6,
      obeys = "VRRP-ND-NA-OFLAG")
  void overrideFlag(Bench bench) {
    bench.expectField(announcement(bench), Field.ND_OVERRIDE, 1);
  }

  @Case(
      id = "na-target",
      title = "the target of the announcement is the virtual address",
      rfcs = {RFC5798, RFC9568},
      over = IPV6,
      obeys = "VRRP-ND-NA-TARGET")
  void target(Bench bench) {
    Anatomy seen = announcement(bench).frame();
    bench.expectSame(
        "ND target", "62-77", bench.virtualAddress().toString(), seen.ndTarget().toString());
  }

  @Case(
      id = "na-mac",
      title = "the announcement carries the virtual router's MAC",
      rfcs = {RFC5798, RFC9568},
      over = IPV6,
      obeys = "VRRP-ND-NA-TLLA")
  void mac(Bench bench) {
    Seen seen = announcement(bench);
    bench.expectField(seen, Field.ND_OPTION, 2);
    bench.expectField(seen, Field.ND_OPTION_MAC, bench.settings().virtualMac().bits());
  }

  @Case(
      id = "na-destination",
      title = "the announcement goes to all nodes, with hop limit 255",
      rfcs = {RFC5798, RFC9568},
      over = IPV6,
      obeys = "VRRP-ND-NA-DST-HL")
  void destination(Bench bench) {
    Seen seen = announcement(bench);
    bench.expectSame("IPv6 destination", "38-53", "ff02::1", seen.frame().destination().toString());
    bench.expectField(seen, Field.IPV6_HOP_LIMIT, 255);
  }

  @Case(
      id = "na-each-address",
      title = "each virtual address is announced",
      rfcs = {RFC5798, RFC9568},
      over = IPV6,
      obeys = "VRRP-ND-NA-EACH-ADDR")
  void eachAddress(Bench bench) {
    Settings two =
        bench
            .settings()
            .withAddresses(List.of(bench.virtualAddress(), Ipv6Address.parse("2001:db8::50")));
    Seen advert = becomeMaster(bench, two);
    for (IpAddress address : two.addresses()) {
      bench.expect(
          "an announcement of " + address,
          frame -> frame.isAnnouncement() && frame.claims(address),
          bench.after(advert.atNanos(), SOON));
    }
  }

  @Case(
      id = "nd-group",
      title = "a router that takes over joins the solicited-node group of the virtual address",
      rfcs = {RFC5798, RFC9568},
      over = IPV6,
      obeys = {"VRRP-SM-BKP-EXPIRE-JOIN", "VRRP-ND-MST-SNM-MEMBER"})
  void group(Bench bench) {
    Ipv6Address group = ((Ipv6Address) bench.virtualAddress()).solicitedNodeGroup();
    long rival = becomeBackup(bench);
    bench.expectAdvert("the takeover", bench.after(rival, bench.masterDown()));
    bench.expect(
        "a report that joins " + group,
        frame -> frame.joins(group),
        bench.after(bench.nowNanos(), SOON));
  }

  @Case(
      id = "nd-master-virtual-mac",
      title = "a Master answers a solicitation with the virtual router's MAC",
      rfcs = {RFC5798, RFC9568},
      over = IPV6,
      obeys = {"VRRP-ND-MST-REPLY", "VRRP-ND-MST-REPLY-VMAC", "VRRP-HOST-MST-ND-NOT-DROPPED"},
      refuses = {"VRRP-ND-MST-NOT-PHYS", "VRRP-ND-MST-SNM-MEMBER"})
  void masterAnswers(Bench bench) {
    bench.expectField(answer(bench), Field.ND_OPTION_MAC, bench.settings().virtualMac().bits());
  }

  @Case(
      id = "nd-master-router-flag",
      title = "the router flag of that answer is set",
      rfcs = RFC9568,
      over = IPV6,
      obeys = "VRRP-ND-MST-REPLY-RFLAG")
  void masterAnswersAsRouter(Bench bench) {
    bench.expectField(answer(bench), Field.ND_ROUTER, 1);
  }

  private static Seen answer(Bench bench) {
    becomeMaster(bench);
    bench.pass(bench.nowNanos() + SOON.toNanos());
    IpAddress address = bench.virtualAddress();
    long asked = bench.send("ND: where is " + address + "?", Questions.whoHas(address));
    return bench.expect("an answer", frame -> frame.claims(address), bench.after(asked, SOON));
  }

  @Case(
      id = "nd-backup-silent",
      title = "a Backup answers no solicitation for a virtual address",
      rfcs = {RFC5798, RFC9568},
      over = IPV6,
      obeys = "VRRP-ND-BKP-NS-SILENT",
      refuses = "VRRP-ND-MST-REPLY")
  void backupIsSilent(Bench bench) {
    becomeBackup(bench);
    IpAddress address = bench.virtualAddress();
    long asked = bench.send("ND: where is " + address + "?", Questions.whoHas(address));
    bench.expectNone("answer of a Backup", frame -> frame.claims(address), asked + SOON.toNanos());
  }

  @Case(
      id = "nd-solicits-virtual-mac",
      title = "a Master that asks where a host is names the virtual router's MAC as its own",
      rfcs = {RFC5798, RFC9568},
      over = IPV6,
      obeys = "VRRP-ND-NS-SLLA",
      refuses = "VRRP-ND-NS-SLLA-NOT-PHYS")
  void solicits(Bench bench) {
    becomeMaster(bench, bench.settings().withAccept(true));
    bench.pass(bench.nowNanos() + SOON.toNanos());
    IpAddress address = bench.virtualAddress();
    // to the interface's MAC, so that a device without a virtual one is made to ask as well
    long sent = bench.send("a ping of an unknown host", Questions.ping(address, bench.deviceMac()));
    expectVirtualMacInQuestion(bench, sent);
  }

  static void expectVirtualMacInQuestion(Bench bench, long sent) {
    Seen question = bench.await(Anatomy::isSolicitation, bench.after(sent, SOON).toNanos());
    if (question == null) {
      throw bench.inconclusive("a device that asks where the host is", "no solicitation");
    }
    if (question.frame().value(Field.ND_OPTION) == 1) {
      bench.expectField(question, Field.ND_OPTION_MAC, bench.settings().virtualMac().bits());
    }
    bench.expectField(question, Field.ICMP_TYPE, 135);
  }

  @Case(
      id = "ra-master",
      title = "a Master sends router advertisements from the virtual link-local address",
      rfcs = {RFC5798, RFC9568},
      over = IPV6,
      obeys = "VRRP-ND-MST-RA")
  void masterAdvertisesItself(Bench bench) {
    long since = becomeMaster(bench).atNanos();
    Seen seen =
        bench.expect(
            "a router advertisement",
            Anatomy::isRouterAdvertisement,
            bench.after(since, WITHIN_A_MINUTE));
    bench.expectSame(
        "IPv6 source",
        "22-37",
        bench.virtualAddress().toString(),
        seen.frame().source().toString());
  }

  @Case(
      id = "ra-backup-silent",
      title = "a Backup sends no router advertisement for the virtual router",
      rfcs = {RFC5798, RFC9568},
      over = IPV6,
      obeys = "VRRP-ND-BKP-RA-SILENT",
      refuses = "VRRP-ND-MST-RA")
  void backupAdvertisesNothing(Bench bench) {
    becomeBackup(bench);
    long asked = bench.send("a solicitation of routers", Questions.whichRouters());
    bench.expectNone(
        "router advertisement of a Backup",
        frame -> frame.isRouterAdvertisement() && frame.source().equals(bench.virtualAddress()),
        asked + bench.masterDown().fromNanos() / 2);
  }
}
