package io.vrrplab.conformance.cases;

import static io.vrrplab.conformance.bench.Situations.becomeBackup;
import static io.vrrplab.conformance.bench.Situations.becomeMaster;
import static io.vrrplab.conformance.bench.Window.SOON;
import static io.vrrplab.conformance.device.Ability.OWNERSHIP;
import static io.vrrplab.conformance.device.Rfc.RFC3768;
import static io.vrrplab.conformance.device.Rfc.RFC5798;
import static io.vrrplab.conformance.device.Rfc.RFC9568;
import static io.vrrplab.vrrp.AddressFamily.IPV4;
import static io.vrrplab.vrrp.AddressFamily.IPV6;

import io.vrrplab.conformance.bench.Anatomy;
import io.vrrplab.conformance.bench.Bench;
import io.vrrplab.conformance.bench.Field;
import io.vrrplab.conformance.bench.Questions;
import io.vrrplab.conformance.bench.Seen;
import io.vrrplab.conformance.device.Settings;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.MacAddress;
import java.util.List;

/**
 * RFC 3768 6.4 and 8.2, RFC 5798 and RFC 9568 6.4 and 8.1: ARP for the virtual addresses, and who
 * takes what is sent to them.
 */
public final class VirtualAddresses {

  private static final long BROADCAST = MacAddress.BROADCAST.bits();
  private static final MacAddress VIRTUAL_MAC =
      MacAddress.virtualRouterIpv4(Settings.IPV4.virtualRouterId());
  private static final Settings TWO_ADDRESSES =
      Settings.IPV4.withAddresses(
          List.of(Ipv4Address.parse("192.0.2.50"), Ipv4Address.parse("192.0.2.51")));

  private static Seen announcement(Bench bench) {
    Seen advert = becomeMaster(bench);
    return bench.expect(
        "a gratuitous ARP", Anatomy::isGratuitousArp, bench.after(advert.atNanos(), SOON));
  }

  @Case(
      id = "garp-sender-mac",
      title = "a gratuitous ARP carries the virtual router's MAC",
      obeys = "VRRP-ARP-GARP-SENDER")
  void announcedMac(Bench bench) {
    bench.expectField(announcement(bench), Field.ARP_SENDER_MAC, VIRTUAL_MAC.bits());
  }

  @Case(
      id = "garp-address",
      title = "a gratuitous ARP announces the virtual address",
      obeys = "VRRP-ARP-GARP-SENDER")
  void announcedAddress(Bench bench) {
    bench.expectField(
        announcement(bench),
        Field.ARP_SENDER_ADDRESS,
        Integer.toUnsignedLong(((Ipv4Address) bench.virtualAddress()).bits()));
  }

  @Case(
      id = "garp-broadcast",
      title = "a gratuitous ARP is broadcast",
      obeys = "VRRP-ARP-GARP-BROADCAST")
  void announcedToAll(Bench bench) {
    bench.expectField(announcement(bench), Field.ETHERNET_DESTINATION, BROADCAST);
  }

  @Case(
      id = "garp-request",
      title = "a gratuitous ARP is a request",
      rfcs = {RFC3768, RFC5798},
      obeys = "VRRP-ARP-GARP-REQUEST-OP")
  void announcedByRequest(Bench bench) {
    bench.expectField(announcement(bench), Field.ARP_OPERATION, 1);
  }

  @Case(
      id = "garp-target-mac",
      title = "the target of a gratuitous ARP is the virtual router's MAC as well",
      rfcs = RFC9568,
      obeys = "VRRP-ARP-GARP-TARGET-LL")
  void announcedTarget(Bench bench) {
    bench.expectField(announcement(bench), Field.ARP_TARGET_MAC, VIRTUAL_MAC.bits());
  }

  @Case(
      id = "garp-each-address",
      title = "each virtual address is announced",
      obeys = "VRRP-ARP-GARP-EACH-ADDR")
  void eachAddressAnnounced(Bench bench) {
    Seen advert = becomeMaster(bench, TWO_ADDRESSES);
    for (IpAddress address : TWO_ADDRESSES.addresses()) {
      bench.expect(
          "a gratuitous ARP for " + address,
          frame -> frame.isGratuitousArp() && frame.claims(address),
          bench.after(advert.atNanos(), SOON));
    }
  }

  @Case(
      id = "arp-master-virtual-mac",
      title = "a Master answers ARP for a virtual address with the virtual router's MAC",
      obeys = {"VRRP-ARP-MST-REPLY", "VRRP-ARP-MST-REPLY-VMAC"},
      refuses = "VRRP-ARP-MST-NOT-PHYS")
  void masterAnswers(Bench bench) {
    becomeMaster(bench);
    bench.pass(bench.nowNanos() + SOON.toNanos());
    bench.expectField(
        answer(bench, bench.virtualAddress()), Field.ARP_SENDER_MAC, VIRTUAL_MAC.bits());
  }

  @Case(
      id = "arp-master-each-address",
      title = "a Master answers ARP for each virtual address",
      obeys = "VRRP-ARP-MST-REPLY")
  void masterAnswersForEach(Bench bench) {
    becomeMaster(bench, TWO_ADDRESSES);
    bench.pass(bench.nowNanos() + SOON.toNanos());
    TWO_ADDRESSES.addresses().forEach(address -> answer(bench, address));
  }

  private static Seen answer(Bench bench, IpAddress address) {
    long asked = bench.send("ARP: who has " + address + "?", Questions.whoHas(address));
    return bench.expect(
        "an answer for " + address, frame -> frame.claims(address), bench.after(asked, SOON));
  }

  @Case(
      id = "arp-backup-silent",
      title = "a Backup does not answer ARP for a virtual address",
      obeys = "VRRP-ARP-BKP-SILENT")
  void backupIsSilent(Bench bench) {
    becomeBackup(bench);
    expectNoAnswer(bench, "Backup");
  }

  @Case(
      id = "arp-stopped-silent",
      title = "a Master that was stopped does not answer ARP for a virtual address",
      obeys = "VRRP-SM-MST-SHUTDOWN-TO-INIT",
      refuses = "VRRP-ARP-MST-REPLY")
  void stoppedIsSilent(Bench bench) {
    becomeMaster(bench);
    bench.pass(bench.nowNanos() + SOON.toNanos());
    bench.stop();
    bench.pass(bench.nowNanos() + SOON.toNanos());
    expectNoAnswer(bench, "router in Initialize");
  }

  private static void expectNoAnswer(Bench bench, String who) {
    IpAddress address = bench.virtualAddress();
    long asked = bench.send("ARP: who has " + address + "?", Questions.whoHas(address));
    bench.expectNone(
        "ARP answer of a " + who, frame -> frame.claims(address), asked + SOON.toNanos());
  }

  @Case(
      id = "accept-backup",
      title = "a Backup does not take what is sent to a virtual address",
      over = {IPV4, IPV6},
      obeys = "VRRP-HOST-BKP-NO-ACCEPT")
  void backupDoesNotAccept(Bench bench) {
    becomeBackup(bench);
    // to the device's own MAC: the switch has learned that the virtual one is the rival's
    expectNoEcho(bench, bench.deviceMac());
  }

  @Case(
      id = "accept-master",
      title = "a Master that is not the owner does not take what is sent to a virtual address",
      over = {IPV4, IPV6},
      obeys = {"VRRP-HOST-MST-NO-ACCEPT-V2", "VRRP-HOST-MST-NO-ACCEPT-V3"})
  void masterDoesNotAccept(Bench bench) {
    becomeMaster(bench);
    bench.pass(bench.nowNanos() + SOON.toNanos());
    expectNoEcho(bench, bench.settings().virtualMac());
  }

  static void expectNoEcho(Bench bench, MacAddress mac) {
    long asked = ping(bench, bench.virtualAddress(), mac);
    bench.expectNone(
        "answer to the ping",
        frame -> frame.isEchoReplyFrom(bench.virtualAddress()),
        asked + SOON.toNanos());
  }

  @Case(
      id = "accept-owner",
      title = "the owner takes what is sent to its address",
      over = {IPV4, IPV6},
      needs = OWNERSHIP,
      obeys = {"VRRP-HOST-MST-ACCEPT-OWNER", "VRRP-ADDR-OWNER-DEF"})
  void ownerAccepts(Bench bench) {
    becomeMaster(bench, bench.settings().withPriority(255));
    expectEcho(bench);
  }

  @Case(
      id = "accept-mode",
      title = "in Accept_Mode a Master takes what is sent to a virtual address",
      over = {IPV4, IPV6},
      rfcs = {RFC5798, RFC9568},
      obeys = "VRRP-HOST-MST-ACCEPT-MODE")
  void acceptMode(Bench bench) {
    becomeMaster(bench, bench.settings().withAccept(true));
    expectEcho(bench);
  }

  private static void expectEcho(Bench bench) {
    bench.pass(bench.nowNanos() + SOON.toNanos());
    expectEcho(bench, bench.virtualAddress());
  }

  static void expectEcho(Bench bench, IpAddress address) {
    long asked = ping(bench, address, bench.settings().virtualMac());
    bench.expect(
        "an answer to the ping", frame -> frame.isEchoReplyFrom(address), bench.after(asked, SOON));
  }

  /** Asks for the MAC first, as a host would, so that the device knows where to answer to. */
  private static long ping(Bench bench, IpAddress address, MacAddress mac) {
    IpAddress device = bench.deviceAddress();
    bench.send("ARP: who has " + device + "?", Questions.whoHas(device));
    bench.pass(bench.nowNanos());
    return bench.send("a ping to " + address, Questions.ping(address, mac));
  }
}
