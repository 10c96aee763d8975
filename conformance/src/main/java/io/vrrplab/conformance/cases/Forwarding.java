package io.vrrplab.conformance.cases;

import static io.vrrplab.conformance.bench.Situations.RIVAL_PRIORITY;
import static io.vrrplab.conformance.bench.Situations.becomeMaster;
import static io.vrrplab.conformance.bench.Window.SOON;
import static io.vrrplab.vrrp.AddressFamily.IPV4;
import static io.vrrplab.vrrp.AddressFamily.IPV6;

import io.vrrplab.conformance.bench.Anatomy;
import io.vrrplab.conformance.bench.Bench;
import io.vrrplab.conformance.bench.Questions;
import io.vrrplab.conformance.bench.TestAdvert;
import io.vrrplab.wire.IpAddress;

/**
 * RFC 3768 5.2.2, 6.4, 8.1 and 8.4, and their like in RFC 5798 and RFC 9568: what is passed on for
 * hosts. The host asked for stands on the same segment, so that one port shows both ways.
 */
public final class Forwarding {

  @Case(
      id = "forward-master",
      title = "a Master forwards what is sent to the virtual router's MAC",
      over = {IPV4, IPV6},
      obeys = "VRRP-HOST-MST-FORWARD")
  void masterForwards(Bench bench) {
    becomeMaster(bench);
    bench.pass(bench.nowNanos() + SOON.toNanos());
    long sent = Hosts.introduceAndSend(bench);
    bench.expect(
        "the packet on its way",
        frame -> isPingOf(frame, Hosts.other(bench)),
        bench.after(sent, SOON));
  }

  @Case(
      id = "forward-backup",
      title = "a Backup discards what is sent to the virtual router's MAC",
      over = {IPV4, IPV6},
      obeys = "VRRP-HOST-BKP-DROP-VMAC",
      refuses = "VRRP-HOST-MST-FORWARD")
  void backupForwardsNothing(Bench bench) {
    becomeMaster(bench);
    bench.pass(bench.nowNanos() + SOON.toNanos());
    // from a MAC of the rival's own, so that the switch still takes the device for the virtual one
    TestAdvert rival = bench.advert(RIVAL_PRIORITY);
    bench.send("the rival's advert", rival.frameFrom(Questions.HOST));
    bench.pass(bench.nowNanos());
    long sent = Hosts.introduceAndSend(bench);
    bench.expectNone(
        "packet on its way", frame -> isPingOf(frame, Hosts.other(bench)), sent + SOON.toNanos());
  }

  @Case(
      id = "forward-virtual-address",
      title = "a Master that does not take what is sent to a virtual address does not forward it",
      over = {IPV4, IPV6},
      refuses = {"VRRP-HOST-NO-FORWARD-VIP", "VRRP-HOST-MST-FORWARD"})
  void forwardsNothingToTheVirtualAddress(Bench bench) {
    becomeMaster(bench);
    bench.pass(bench.nowNanos() + SOON.toNanos());
    IpAddress address = bench.virtualAddress();
    long sent =
        bench.send("a ping to " + address, Questions.ping(address, bench.settings().virtualMac()));
    bench.expectNone("packet on its way", frame -> isPingOf(frame, address), sent + SOON.toNanos());
  }

  @Case(
      id = "forward-group",
      title = "what is sent to the group of VRRP is not forwarded",
      over = {IPV4, IPV6},
      refuses = {"VRRP-HOST-NO-FORWARD-MCAST-IPV4", "VRRP-HOST-NO-FORWARD-MCAST-IPV6"})
  void forwardsNothingToTheGroup(Bench bench) {
    IpAddress group = bench.settings().family().group();
    becomeMaster(bench);
    bench.pass(bench.nowNanos() + SOON.toNanos());
    long sent =
        bench.send("a ping to the group", Questions.ping(group, bench.settings().virtualMac()));
    bench.expectNone("packet on its way", frame -> isPingOf(frame, group), sent + SOON.toNanos());
  }

  @Case(
      id = "forward-all-but-its-own",
      title = "a Master forwards what is for others, and nothing that is for a virtual address",
      over = {IPV4, IPV6},
      obeys = "VRRP-HOST-NO-FORWARD-VIP")
  void forwardsAllButItsOwn(Bench bench) {
    becomeMaster(bench);
    bench.pass(bench.nowNanos() + SOON.toNanos());
    IpAddress other = Hosts.other(bench);
    long first = Hosts.introduceAndSend(bench);
    bench.expect(
        "the packet on its way", frame -> isPingOf(frame, other), bench.after(first, SOON));
    IpAddress address = bench.virtualAddress();
    long sent = Hosts.send(bench, address, bench.settings().virtualMac());
    bench.expectNone("packet on its way", frame -> isPingOf(frame, address), sent + SOON.toNanos());
  }

  @Case(
      id = "forward-advert",
      title = "an advert for another virtual router is not sent on",
      over = {IPV4, IPV6},
      obeys = {"VRRP-HOST-NO-FORWARD-MCAST-IPV4", "VRRP-HOST-NO-FORWARD-MCAST-IPV6"})
  void sendsNoAdvertOn(Bench bench) {
    becomeMaster(bench);
    bench.pass(bench.nowNanos() + SOON.toNanos());
    TestAdvert advert =
        bench.advert(RIVAL_PRIORITY).withOctet(1, bench.settings().virtualRouterId() + 1);
    long sent = bench.send("an advert for another virtual router", advert);
    bench.expectNone(
        "advert on its way",
        frame -> frame.isAdvert() && frame.source().equals(advert.source()),
        sent + SOON.toNanos());
  }

  @Case(
      id = "forward-backup-never-master",
      title = "a Backup that has yet to be Master discards what is sent to the virtual MAC",
      over = {IPV4, IPV6},
      refuses = "VRRP-HOST-BKP-DROP-VMAC")
  void backupNeverMaster(Bench bench) {
    long started = bench.nowNanos();
    bench.start();
    IpAddress other = Hosts.other(bench);
    long sent = Hosts.introduceAndSend(bench);
    bench.expectNone("packet on its way", frame -> isPingOf(frame, other), sent + SOON.toNanos());
    bench.expectAdvert("the first advert", bench.after(started, bench.masterDown()));
  }

  private static boolean isPingOf(Anatomy frame, IpAddress address) {
    return frame.isPing() && frame.destination().equals(address);
  }
}
