package io.vrrplab.conformance.cases;

import static io.vrrplab.conformance.bench.Situations.RIVAL_PRIORITY;
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
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv6Address;
import io.vrrplab.wire.MacAddress;
import java.util.function.Predicate;

/**
 * RFC 5798 8.2 and RFC 9568 8.2: what a router of IPv6 takes from its neighbours, asks of them, and
 * offers to them.
 */
public final class Neighbours {

  private static final Ipv6Address HOST = Ipv6Address.parse("fe80::77");
  private static final Ipv6Address UNKNOWN = Ipv6Address.parse("2001:db8::99");
  private static final MacAddress NEW_MAC = MacAddress.parse("02:00:5e:00:53:77");
  private static final long A_MINUTE_NANOS = 60_000_000_000L;

  @Case(
      id = "na-unsolicited-master",
      title = "a Master follows a neighbour that says unasked that its MAC has changed",
      rfcs = RFC9568,
      over = IPV6,
      obeys = "VRRP-ND-UNSOL-NA-ACCEPT")
  void masterFollows(Bench bench) {
    becomeMaster(bench);
    bench.pass(bench.nowNanos() + SOON.toNanos());
    expectFollowed(bench);
  }

  @Case(
      id = "na-unsolicited-backup",
      title = "a Backup does not go on sending to the MAC that a neighbour has left",
      rfcs = RFC9568,
      over = IPV6,
      refuses = "VRRP-ND-UNSOL-NA-ACCEPT")
  void backupFollows(Bench bench) {
    becomeBackup(bench);
    expectFollowed(bench);
  }

  private static void expectFollowed(Bench bench) {
    IpAddress device = bench.deviceAddress();
    Hosts.introduce(bench, HOST);
    bench.pass(bench.nowNanos());
    bench.send(HOST + " says that it is at " + NEW_MAC, Questions.movedTo(HOST, NEW_MAC));
    bench.pass(bench.nowNanos());
    long asked =
        bench.send("a ping of " + HOST, Questions.pingFrom(HOST, device, bench.deviceMac()));
    Seen answer =
        bench.expect(
            "its answer", frame -> frame.isEchoReplyFrom(device), bench.after(asked, SOON));
    bench.expectField(answer, Field.ETHERNET_DESTINATION, NEW_MAC.bits());
  }

  @Case(
      id = "nd-solicits-to-forward",
      title = "a Master that looks for a host to forward to does not name its own MAC",
      rfcs = {RFC5798, RFC9568},
      over = IPV6,
      obeys = "VRRP-ND-NS-SLLA-NOT-PHYS",
      refuses = "VRRP-ND-NS-SLLA")
  void solicitsToForward(Bench bench) {
    becomeMaster(bench);
    bench.pass(bench.nowNanos() + SOON.toNanos());
    Hosts.introduce(bench, Hosts.asking(bench));
    bench.pass(bench.nowNanos());
    long sent = Hosts.send(bench, UNKNOWN, bench.deviceMac());
    NeighbourDiscovery.expectVirtualMacInQuestion(bench, sent);
  }

  @Case(
      id = "nd-group-each-address",
      title = "a router that takes over joins the solicited-node group of each virtual address",
      rfcs = {RFC5798, RFC9568},
      over = IPV6,
      refuses = "VRRP-SM-BKP-EXPIRE-JOIN")
  void joinsEachGroup(Bench bench) {
    long since = becomeMaster(bench, PacketFormat.threeAddresses(bench)).atNanos();
    bench.pass(since + SOON.toNanos());
    for (IpAddress address : bench.settings().addresses()) {
      Ipv6Address group = ((Ipv6Address) address).solicitedNodeGroup();
      boolean joined = bench.heard().stream().anyMatch(seen -> seen.frame().joins(group));
      bench.expectHeard("a report that joins " + group, joined, "none");
    }
  }

  @Case(
      id = "ra-backup-unasked",
      title = "a Backup that nobody asks advertises itself as no router either, for a minute",
      rfcs = {RFC5798, RFC9568},
      over = IPV6,
      refuses = "VRRP-ND-BKP-RA-SILENT")
  void backupIsNoRouter(Bench bench) {
    long rival = becomeBackup(bench);
    for (int i = 0; i < 60; i++) {
      bench.expectNone(
          "router advertisement of a Backup",
          frame -> frame.isRouterAdvertisement() && frame.source().equals(bench.virtualAddress()),
          rival + bench.interval().fromNanos());
      rival = bench.send("the rival's advert", bench.advert(RIVAL_PRIORITY));
    }
  }

  @Case(
      id = "ra-no-home-agent",
      title = "a router advertisement for a virtual router makes no home agent of it",
      rfcs = {RFC5798, RFC9568},
      over = IPV6,
      obeys = "VRRP-ND-RA-SPECIAL-SERVICES")
  void noHomeAgent(Bench bench) {
    expectNoOffer(bench, "home agent", frame -> frame.value(Field.RA_HOME_AGENT) == 1);
  }

  @Case(
      id = "ra-no-home-agent-option",
      title = "no router advertisement for a virtual router tells of a home agent's service",
      rfcs = {RFC5798, RFC9568},
      over = IPV6,
      refuses = "VRRP-ND-RA-SPECIAL-SERVICES")
  void noHomeAgentOption(Bench bench) {
    // RFC 6275 7.4: Home Agent Information
    expectNoOffer(bench, "home agent's service", frame -> frame.routerOptions().contains(8));
  }

  private static void expectNoOffer(Bench bench, String what, Predicate<Anatomy> offer) {
    long since = becomeMaster(bench).atNanos();
    bench.expectNone(
        "router advertisement of a " + what,
        frame -> frame.isRouterAdvertisement() && offer.test(frame),
        bench.after(since, new Window(0, A_MINUTE_NANOS)).toNanos());
  }
}
