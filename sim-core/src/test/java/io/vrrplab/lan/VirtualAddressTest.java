package io.vrrplab.lan;

import static io.vrrplab.lan.TappedSegment.MILLISECOND;
import static io.vrrplab.lan.TappedSegment.PROBE;
import static io.vrrplab.lan.TappedSegment.SECOND;
import static io.vrrplab.lan.TappedSegment.VIRTUAL;
import static io.vrrplab.lan.TappedSegment.VIRTUAL_MAC;
import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.Requirement;
import io.vrrplab.lan.TappedSegment.Seen;
import io.vrrplab.vrrp.Profile;
import io.vrrplab.wire.ArpPacket;
import io.vrrplab.wire.IcmpEcho;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv4Packet;
import io.vrrplab.wire.MacAddress;
import io.vrrplab.wire.Octets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who answers for the virtual addresses: ARP and pings to Backup, Master and owner. */
class VirtualAddressTest {

  @ParameterizedTest
  @ValueSource(strings = {"rfc3768", "rfc5798", "rfc9568"})
  @Requirement({
    "VRRP-ARP-BKP-SILENT",
    "VRRP-ARP-MST-REPLY",
    "VRRP-ARP-MST-REPLY-VMAC",
    "VRRP-ARP-MST-NOT-PHYS",
    "VRRP-ADDR-VRID-MAPPING-AGREED",
    "VRRP-SM-BKP-EXPIRE-TO-MASTER"
  })
  void shouldHaveTheMasterAloneAnswerArpWithTheVirtualMac(String profile) {
    TappedSegment tapped = TappedSegment.ofTwo(Profile.named(profile)).runTo(10 * SECOND);
    tapped.clear();

    VIRTUAL.forEach(address -> askFor(tapped, address));
    List<Seen> answers = arpFrames(tapped.runFor(MILLISECOND).sentBy("m1"));

    assertThat(answers).hasSize(2);
    assertThat(arpFrames(tapped.sentBy("m2"))).isEmpty();
    for (int i = 0; i < 2; i++) {
      ArpPacket reply = (ArpPacket) answers.get(i).frame().payload();
      assertThat(answers.get(i).frame().source()).isEqualTo(VIRTUAL_MAC);
      assertThat(reply.operation()).isEqualTo(ArpPacket.REPLY);
      assertThat(reply.senderMac()).isEqualTo(VIRTUAL_MAC);
      assertThat(reply.senderAddress()).isEqualTo(VIRTUAL.get(i));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"rfc3768", "rfc5798", "rfc9568"})
  @Requirement({"VRRP-SM-MST-SHUTDOWN-TO-INIT", "VRRP-SM-MST-HIGHER-TO-BACKUP"})
  void shouldCeaseToAnswerWithTheRole(String profile) {
    TappedSegment tapped = TappedSegment.ofTwo(Profile.named(profile)).runTo(10 * SECOND);
    tapped.daemon("m1").stop();
    tapped.clear();
    askFor(tapped, VIRTUAL.getFirst());
    tapped.runFor(2 * SECOND);
    assertThat(arpFrames(tapped.sentBy("m1"))).isEmpty();
    assertThat(tapped.isMaster("m2")).isTrue();

    tapped.daemon("m1").start();
    tapped.runFor(5 * SECOND).clear();
    askFor(tapped, VIRTUAL.getFirst());
    tapped.runFor(MILLISECOND);

    assertThat(tapped.isMaster("m2")).isFalse();
    assertThat(arpFrames(tapped.sentBy("m2"))).isEmpty();
    assertThat(arpFrames(tapped.sentBy("m1"))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "rfc3768, 100, false, 0",
    "rfc5798, 100, false, 0",
    "rfc9568, 100, false, 0",
    "rfc5798, 100, true,  1",
    "rfc9568, 100, true,  1",
    "rfc3768, 255, false, 1",
    "rfc5798, 255, false, 1",
    "rfc9568, 255, false, 1"
  })
  @Requirement({
    "VRRP-HOST-MST-ACCEPT-OWNER",
    "VRRP-HOST-MST-ACCEPT-MODE",
    "VRRP-HOST-MST-NO-ACCEPT-V2",
    "VRRP-HOST-MST-NO-ACCEPT-V3",
    "VRRP-HOST-NO-FORWARD-VIP",
    "VRRP-HOST-REJECT-ROUTE",
    "VRRP-ADDR-OWNER-DEF",
    "VRRP-ADDR-ACCEPT-DEFAULT"
  })
  void shouldTakeWhatIsSentToVirtualAddressesAsOwnerOrInAcceptModeOnly(
      String profile, int priority, boolean accept, int answers) {
    TappedSegment tapped =
        TappedSegment.ofOne(
            Profile.named(profile), config -> config.withPriority(priority).withAccept(accept));
    tapped.runTo(5 * SECOND);
    resolveProbe(tapped);

    ping(tapped, VIRTUAL_MAC, VIRTUAL.getLast());
    List<Seen> said = ipFrames(tapped.runFor(10 * MILLISECOND).sentBy("m1"));

    assertThat(said).hasSize(answers);
    assertThat(tapped.sentBy("m1", IcmpEcho.class)).hasSize(answers);
    assertThat(said)
        .allSatisfy(each -> {
          assertThat(((Ipv4Packet) each.frame().payload()).source()).isEqualTo(VIRTUAL.getLast());
          assertThat(each.frame().source()).isEqualTo(VIRTUAL_MAC);
        });
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  @Requirement({"VRRP-HOST-BKP-DROP-VMAC", "VRRP-HOST-BKP-NO-ACCEPT"})
  void shouldTakeNothingForTheVirtualRouterAsBackup(boolean accept) {
    TappedSegment tapped = new TappedSegment();
    tapped.node("m1", "192.0.2.11", Profile.RFC9568, config -> config.withPriority(200));
    Machine backup =
        tapped.node("m2", "192.0.2.12", Profile.RFC9568, config -> config.withAccept(accept));
    tapped.start().runTo(10 * SECOND).clear();

    // without m1 the switch knows no port of the virtual MAC, so m2 hears what is sent there
    tapped.lab.machine("m1").interfaces().getFirst().port().cable().plug(false);
    ping(tapped, VIRTUAL_MAC, VIRTUAL.getFirst());
    ping(tapped, VIRTUAL_MAC, Ipv4Address.parse("192.0.2.11"));
    tapped.runFor(10 * MILLISECOND);
    assertThat(tapped.sentBy("m2")).isEmpty();

    // as any router it may pass on to the Master what came to its own MAC
    ping(tapped, backup.interfaces().getFirst().mac(), VIRTUAL.getFirst());
    tapped.runFor(10 * MILLISECOND);
    assertThat(tapped.sentBy("m2", IcmpEcho.class)).noneMatch(IcmpEcho::reply);
  }

  /** Whoever manages one certain router uses an address that only this router has. */
  @Test
  @Requirement("VRRP-OPS-SSH")
  void shouldAnswerAtItsOwnAddressInEveryState() {
    TappedSegment tapped = TappedSegment.ofTwo(Profile.RFC9568).runTo(10 * SECOND);
    for (String name : List.of("m1", "m2")) {
      NetworkInterface own = tapped.lab.machine(name).interfaces().getFirst();
      ping(tapped, own.mac(), own.subnets().getFirst().address());
    }
    tapped.runFor(10 * MILLISECOND);

    assertThat(tapped.sentBy("m1", IcmpEcho.class)).hasSize(1);
    assertThat(tapped.sentBy("m2", IcmpEcho.class)).hasSize(1);
  }

  /** The node owns 192.0.2.50 as the real address of its card. */
  @ParameterizedTest
  @ValueSource(strings = {"rfc3768", "rfc5798", "rfc9568"})
  @Requirement({
    "VRRP-ARP-BOOT-NOT-PHYS",
    "VRRP-ARP-BOOT-ONLY-VMAC",
    "VRRP-ARP-BOOT-DELAY-GARP",
    "VRRP-ARP-BOOT-DELAY-REPLY",
    "VRRP-SM-INIT-OWNER-GARP",
    "VRRP-SM-INIT-OWNER-ADVERT",
    "VRRP-SM-INIT-OWNER-TO-MASTER",
    "VRRP-ADDR-OWNER-DEF"
  })
  void shouldNeverTieItsOwnMacToAnAddressThatItOwnsAtBoot(String profile) {
    TappedSegment tapped = new TappedSegment();
    Machine owner =
        tapped.node(
            "owner", "192.0.2.50", Profile.named(profile), config -> config.withPriority(255));
    tapped.start().runTo(5 * SECOND);
    owner.powerOff();
    askFor(tapped, VIRTUAL.getFirst());
    tapped.runFor(SECOND).clear();
    owner.powerOn();
    tapped.daemon("owner").start();
    long bootNanos = tapped.lab.simulation().nowNanos();
    VIRTUAL.forEach(address -> askFor(tapped, address));
    tapped.runFor(SECOND);

    List<ArpPacket> said = tapped.sentBy("owner", ArpPacket.class);
    assertThat(said).hasSize(4);
    assertThat(said.get(0).isGratuitous()).isTrue();
    assertThat(said.get(1).isGratuitous()).isTrue();
    assertThat(said).extracting(ArpPacket::senderMac).containsOnly(VIRTUAL_MAC);
    assertThat(tapped.adverts("owner").getFirst().atNanos()).isEqualTo(bootNanos);
  }

  private static void askFor(TappedSegment tapped, IpAddress address) {
    tapped.say(
        MacAddress.BROADCAST,
        tapped.card.mac(),
        ArpPacket.request(tapped.card.mac(), PROBE, (Ipv4Address) address));
  }

  /** Lets everybody know where the probe is, so that answers need no question first. */
  private static void resolveProbe(TappedSegment tapped) {
    askFor(tapped, VIRTUAL.getFirst());
    tapped.runFor(MILLISECOND).clear();
  }

  private static void ping(TappedSegment tapped, MacAddress to, IpAddress address) {
    tapped.say(
        to,
        tapped.card.mac(),
        Ipv4Packet.of(PROBE, (Ipv4Address) address, 64, IcmpEcho.request(7, 1, Octets.zeroes(56))));
  }

  private static List<Seen> arpFrames(List<Seen> frames) {
    return frames.stream().filter(each -> each.frame().payload() instanceof ArpPacket).toList();
  }

  private static List<Seen> ipFrames(List<Seen> frames) {
    return frames.stream()
        .filter(each ->
            each.frame().payload() instanceof Ipv4Packet packet
                && !packet.destination().isMulticast())
        .toList();
  }
}
