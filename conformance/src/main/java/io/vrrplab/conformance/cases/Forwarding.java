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
import io.vrrplab.wire.Ipv4Address;

/**
 * RFC 3768 5.2.2, 6.4, 8.1 and 8.4, and their like in RFC 5798 and RFC 9568: what is passed on for
 * hosts. The host asked for stands on the same segment, so that one port shows both ways.
 */
public final class Forwarding {

  private static final Ipv4Address OTHER_HOST = Ipv4Address.parse("192.0.2.77");

  @Case(
      id = "forward-master",
      title = "a Master forwards what is sent to the virtual router's MAC",
      obeys = "VRRP-HOST-MST-FORWARD")
  void masterForwards(Bench bench) {
    becomeMaster(bench);
    bench.pass(bench.nowNanos() + SOON.toNanos());
    long sent = introduceAndSend(bench);
    bench.expect(
        "the packet on its way", frame -> isFor(frame, OTHER_HOST), bench.after(sent, SOON));
  }

  @Case(
      id = "forward-backup",
      title = "a Backup discards what is sent to the virtual router's MAC",
      obeys = "VRRP-HOST-BKP-DROP-VMAC",
      refuses = "VRRP-HOST-MST-FORWARD")
  void backupForwardsNothing(Bench bench) {
    becomeMaster(bench);
    bench.pass(bench.nowNanos() + SOON.toNanos());
    // from a MAC of the rival's own, so that the switch still takes the device for the virtual one
    TestAdvert rival = bench.advert(RIVAL_PRIORITY);
    bench.send("the rival's advert", rival.frameFrom(Questions.HOST));
    bench.pass(bench.nowNanos());
    long sent = introduceAndSend(bench);
    bench.expectNone("packet on its way", frame -> isFor(frame, OTHER_HOST), sent + SOON.toNanos());
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
    bench.expectNone("packet on its way", frame -> isFor(frame, address), sent + SOON.toNanos());
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
    bench.expectNone(
        "packet on its way", frame -> isFor(frame, group) && frame.isPing(), sent + SOON.toNanos());
  }

  @Case(
      id = "redirect-source",
      title = "a redirect comes from the virtual address, if there is one",
      obeys = {"VRRP-OPS-REDIRECT-SRC-IPV4", "VRRP-OPS-REDIRECT-ALLOWED"})
  void redirectSource(Bench bench) {
    becomeMaster(bench);
    bench.pass(bench.nowNanos() + SOON.toNanos());
    long sent = introduceAndSend(bench);
    bench.expectNone(
        "redirect from another than the virtual address",
        frame -> frame.isRedirect() && !frame.source().equals(bench.virtualAddress()),
        sent + SOON.toNanos());
  }

  /** The device is told where both hosts are, so that no question of its own comes between. */
  private static long introduceAndSend(Bench bench) {
    IpAddress device = bench.deviceAddress();
    bench.send("ARP of the asking host", Questions.whoHas(device));
    bench.send("ARP of " + OTHER_HOST, Questions.whoHasFrom((Ipv4Address) device, OTHER_HOST));
    bench.pass(bench.nowNanos());
    return bench.send(
        "a ping to " + OTHER_HOST, Questions.ping(OTHER_HOST, bench.settings().virtualMac()));
  }

  private static boolean isFor(Anatomy frame, IpAddress address) {
    return frame.isIp() && frame.destination().equals(address);
  }
}
