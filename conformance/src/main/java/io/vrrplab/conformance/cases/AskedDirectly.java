package io.vrrplab.conformance.cases;

import static io.vrrplab.conformance.bench.Situations.becomeBackup;
import static io.vrrplab.conformance.bench.Situations.becomeMaster;
import static io.vrrplab.conformance.bench.Window.SOON;
import static io.vrrplab.conformance.device.Ability.OWNERSHIP;
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
import io.vrrplab.wire.Ipv6Address;
import io.vrrplab.wire.MacAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * RFC 3768 6.4 and 8.2, RFC 5798 and RFC 9568 6.4, 8.1 and 8.2: hosts that ask one router and not
 * all, as they do to find out whether what they know still holds, and routers of several addresses.
 */
public final class AskedDirectly {

  private static final int MANY = 20;

  private static void becomeQuietMaster(Bench bench, Settings settings) {
    becomeMaster(bench, settings);
    bench.pass(bench.nowNanos() + SOON.toNanos());
  }

  /** Asked by the interface's own MAC, which is the one that must not come back. */
  private static Seen answer(Bench bench, IpAddress address) {
    MacAddress own = bench.deviceMac();
    long asked =
        bench.send("where is " + address + "? asked of " + own, Questions.whoHasAt(address, own));
    return bench.expect("an answer", frame -> frame.claims(address), bench.after(asked, SOON));
  }

  @Case(
      id = "ask-master-directly",
      title = "a Master that is asked directly answers with the virtual router's MAC",
      over = {IPV4, IPV6},
      obeys = {"VRRP-ARP-MST-NOT-PHYS", "VRRP-ND-MST-NOT-PHYS"},
      refuses = "VRRP-HOST-MST-ND-NOT-DROPPED")
  void masterAnswers(Bench bench) {
    becomeQuietMaster(bench, bench.settings());
    Seen answer = answer(bench, bench.virtualAddress());
    Field field = LifeAnnouncements.claimedMac(answer.frame());
    bench.expectField(answer, field, bench.settings().virtualMac().bits());
  }

  @Case(
      id = "ask-master-directly-router-flag",
      title = "a Master that is asked directly calls itself a router",
      rfcs = RFC9568,
      over = IPV6,
      refuses = "VRRP-ND-MST-REPLY-RFLAG")
  void masterAnswersAsRouter(Bench bench) {
    becomeQuietMaster(bench, bench.settings());
    bench.expectField(answer(bench, bench.virtualAddress()), Field.ND_ROUTER, 1);
  }

  @Case(
      id = "nd-master-each-address",
      title = "a Master answers for each of its addresses, never with another MAC",
      rfcs = {RFC5798, RFC9568},
      over = IPV6,
      refuses = "VRRP-ND-MST-REPLY-VMAC")
  void masterAnswersForEach(Bench bench) {
    becomeQuietMaster(bench, PacketFormat.threeAddresses(bench));
    for (IpAddress address : bench.settings().addresses()) {
      long virtual = bench.settings().virtualMac().bits();
      bench.expectField(answer(bench, address), Field.ND_OPTION_MAC, virtual);
    }
  }

  @Case(
      id = "ask-backup-directly",
      title = "a Backup does not answer for a virtual address even if it alone is asked",
      over = {IPV4, IPV6},
      refuses = {"VRRP-ARP-BKP-SILENT", "VRRP-ND-BKP-NS-SILENT"})
  void backupIsSilent(Bench bench) {
    becomeBackup(bench);
    IpAddress address = bench.virtualAddress();
    long asked =
        bench.send(
            "where is " + address + "? asked of " + bench.deviceMac(),
            Questions.whoHasAt(address, bench.deviceMac()));
    bench.expectNone("answer of a Backup", frame -> frame.claims(address), asked + SOON.toNanos());
  }

  @Case(
      id = "accept-mode-backup",
      title = "Accept_Mode is for a Master: a Backup takes nothing in spite of it",
      over = {IPV4, IPV6},
      rfcs = {RFC5798, RFC9568},
      refuses = "VRRP-HOST-BKP-NO-ACCEPT")
  void acceptModeOfABackup(Bench bench) {
    becomeBackup(bench, bench.settings().withAccept(true));
    VirtualAddresses.expectNoEcho(bench, bench.deviceMac());
  }

  @Case(
      id = "accept-master-own-mac",
      title = "a Master does not take what comes for a virtual address by its own MAC either",
      over = {IPV4, IPV6},
      refuses = {"VRRP-HOST-MST-NO-ACCEPT-V2", "VRRP-HOST-MST-NO-ACCEPT-V3"})
  void masterDoesNotAccept(Bench bench) {
    becomeQuietMaster(bench, bench.settings());
    VirtualAddresses.expectNoEcho(bench, bench.deviceMac());
  }

  @Case(
      id = "accept-mode-each-address",
      title = "in Accept_Mode a Master takes what is sent to any of its addresses",
      over = {IPV4, IPV6},
      rfcs = {RFC5798, RFC9568},
      refuses = "VRRP-HOST-MST-ACCEPT-MODE")
  void acceptsForEach(Bench bench) {
    becomeQuietMaster(bench, PacketFormat.threeAddresses(bench).withAccept(true));
    expectEchoes(bench);
  }

  @Case(
      id = "accept-owner-each-address",
      title = "the owner takes what is sent to any of its addresses",
      over = {IPV4, IPV6},
      needs = OWNERSHIP,
      refuses = "VRRP-HOST-MST-ACCEPT-OWNER")
  void ownerAcceptsForEach(Bench bench) {
    becomeQuietMaster(bench, PacketFormat.threeAddresses(bench).withPriority(255));
    expectEchoes(bench);
  }

  private static void expectEchoes(Bench bench) {
    for (IpAddress address : bench.settings().addresses()) {
      VirtualAddresses.expectEcho(bench, address);
    }
  }

  @Case(
      id = "announce-twenty",
      title = "of twenty addresses none is left out when they are announced",
      over = {IPV4, IPV6},
      refuses = {"VRRP-ARP-GARP-EACH-ADDR", "VRRP-ND-NA-EACH-ADDR"})
  void announcesTwenty(Bench bench) {
    List<IpAddress> addresses = new ArrayList<>(List.of(bench.virtualAddress()));
    for (int i = 1; i < MANY; i++) {
      addresses.add(
          switch (bench.settings().family()) {
            case IPV4 -> Ipv4Address.parse("192.0.2." + (50 + i));
            case IPV6 -> Ipv6Address.parse("2001:db8::" + (50 + i));
          });
    }
    Seen advert = becomeMaster(bench, bench.settings().withAddresses(addresses));
    bench.pass(advert.atNanos() + SOON.toNanos());
    List<Anatomy> said = bench.heard().stream().map(Seen::frame).toList();
    for (IpAddress address : addresses) {
      boolean announced =
          said.stream().anyMatch(each -> each.isAnnouncement() && each.claims(address));
      bench.expectHeard("an announcement of " + address, announced, "none");
    }
  }
}
