package io.vrrplab.lan;

import static io.vrrplab.lan.TappedSegment.MILLISECOND;
import static io.vrrplab.lan.TappedSegment.SECOND;
import static io.vrrplab.lan.TappedSegment.VIRTUAL_MAC;
import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.Requirement;
import io.vrrplab.lan.TappedSegment.Seen;
import io.vrrplab.vrrp.Profile;
import io.vrrplab.wire.ArpPacket;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv4Packet;
import io.vrrplab.wire.MacAddress;
import io.vrrplab.wire.VrrpChecksum;
import io.vrrplab.wire.VrrpPacket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a node says, as the others on the segment see it. */
class AdvertsOnTheWireTest {

  @ParameterizedTest
  @ValueSource(strings = {"rfc3768", "rfc5798", "rfc9568"})
  @Requirement({
    "VRRP-TX-IP-PROTO-112",
    "VRRP-TX-DST-IPV4",
    "VRRP-TX-SRC-IPV4-PRIMARY",
    "VRRP-TX-TTL-255",
    "VRRP-TX-SRC-MAC-VIRTUAL",
    "VRRP-TX-DST-MAC-MCAST",
    "VRRP-TX-CSUM-COMPUTED",
    "VRRP-ADDR-PRIMARY-IP",
    "VRRP-MAC-IPV4",
    "VRRP-MAC-SAME-BOTH-VERSIONS",
    "VRRP-PKT-VRID-FIELD"
  })
  void shouldSendEveryAdvertFromThePrimaryAddressAndTheVirtualMac(String profile) {
    TappedSegment tapped = TappedSegment.ofTwo(Profile.named(profile)).runTo(10 * SECOND);
    tapped.daemon("m1").stop();
    List<Seen> adverts = tapped.runTo(11 * SECOND).adverts("m1");

    assertThat(adverts).hasSizeGreaterThan(6);
    assertThat(((VrrpPacket) TappedSegment.message(adverts.getLast())).priority()).isZero();
    assertThat(adverts)
        .allSatisfy(advert -> {
          Ipv4Packet packet = (Ipv4Packet) advert.frame().payload();
          VrrpPacket message = (VrrpPacket) packet.payload();
          assertThat(advert.frame().source()).isEqualTo(VIRTUAL_MAC);
          assertThat(advert.frame().destination()).isEqualTo(MacAddress.parse("01:00:5e:00:00:12"));
          assertThat(packet.source()).isEqualTo(Ipv4Address.parse("192.0.2.11"));
          assertThat(packet.destination()).isEqualTo(Ipv4Address.parse("224.0.0.18"));
          assertThat(packet.ttl()).isEqualTo(255);
          assertThat(packet.payload().protocol()).isEqualTo(112);
          assertThat(message.virtualRouterId()).isEqualTo(41);
          assertThat(VrrpChecksum.satisfied(message, packet.source(), packet.destination()))
              .isNotEmpty();
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 100, 300})
  @Requirement({
    "VRRP-TMR-ADVER-FIRES",
    "VRRP-SM-MST-ADVER-SEND",
    "VRRP-SM-MST-ADVER-RESET",
    "VRRP-TX-V2-ADVINT-OWN",
    "VRRP-TMR-SUBSECOND"
  })
  void shouldSpaceAdvertsByTheIntervalThatTheyAnnounce(int intervalCs) {
    Profile profile = intervalCs < 100 ? Profile.RFC9568 : Profile.RFC3768;
    TappedSegment tapped =
        TappedSegment.ofOne(profile, config -> config.withAdvertisementIntervalCs(intervalCs));

    List<Seen> adverts = tapped.runTo(1_000L * intervalCs * 10 * MILLISECOND).adverts("m1");

    assertThat(adverts).hasSizeGreaterThan(990);
    for (int i = 1; i < adverts.size(); i++) {
      long gapNanos = adverts.get(i).atNanos() - adverts.get(i - 1).atNanos();
      assertThat(gapNanos).isEqualTo(intervalCs * 10L * MILLISECOND);
      assertThat(TappedSegment.intervalCs(adverts.get(i))).isEqualTo(intervalCs);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"rfc3768", "rfc5798", "rfc9568", "keepalived", "frr"})
  @Requirement({"VRRP-TX-ONLY-MASTER", "VRRP-SM-STABLE-EQUAL-LOWER"})
  void shouldSayNothingAsBackupAndChangeNothingWithoutAFault(String profile) {
    TappedSegment tapped = TappedSegment.ofTwo(Profile.named(profile)).runTo(1_000 * SECOND);

    assertThat(tapped.adverts("m2")).isEmpty();
    assertThat(tapped.sentBy("m2", ArpPacket.class)).isEmpty();
    assertThat(tapped.isMaster("m1")).isTrue();
    assertThat(tapped.isMaster("m2")).isFalse();
  }

  /** Having followed a Master of 300 cs, a Backup of 100 cs takes over and goes its own pace. */
  @Test
  @Requirement({
    "VRRP-TX-V3-ADVINT-OWN",
    "VRRP-TX-PRIORITY-OWN",
    "VRRP-TMR-MAI-LEARNED",
    "VRRP-RX-V3-ADVINT-KEEP",
    "VRRP-SM-BKP-EXPIRE-ADVER-TIMER"
  })
  void shouldAnnounceItsOwnIntervalAfterHavingLearntAnother() {
    TappedSegment tapped = TappedSegment.ofOne(Profile.RFC9568, config -> config);
    tapped.runTo(SECOND).advertise("192.0.2.66", 255, 255, 300);
    long heardNanos = SECOND + 2 * LinkProperties.DEFAULT.latencyNanos();

    List<Seen> adverts = tapped.runTo(20 * SECOND).adverts("m1");

    assertThat(adverts.getFirst().atNanos()).isEqualTo(heardNanos + 10_828_125_000L);
    assertThat(adverts.get(1).atNanos() - adverts.getFirst().atNanos()).isEqualTo(SECOND);
    assertThat(adverts)
        .allSatisfy(advert -> {
          assertThat(TappedSegment.intervalCs(advert)).isEqualTo(100);
          assertThat(((VrrpPacket) TappedSegment.message(advert)).priority()).isEqualTo(100);
        });
  }

  /** A fast Backup beside a slow Master: both for a moment, then one, and never again. */
  @Test
  @Requirement({"VRRP-TMR-SLOW-HIGH-PRIO", "VRRP-TMR-MAI-INITIAL"})
  void shouldFollowASlowMasterAfterItsFirstAdvert() {
    TappedSegment tapped = new TappedSegment();
    tapped.node(
        "slow",
        "192.0.2.11",
        Profile.RFC9568,
        config -> config.withPriority(255).withAdvertisementIntervalCs(300));
    tapped.node(
        "fast", "192.0.2.12", Profile.RFC9568, config -> config.withAdvertisementIntervalCs(10));
    tapped.lab.machine("fast").interfaces().getFirst().port().cable().plug(false);
    tapped.start().runTo(100 * MILLISECOND);
    tapped.lab.machine("fast").interfaces().getFirst().port().cable().plug(true);

    tapped.runTo(500 * MILLISECOND);
    long firstNanos = tapped.adverts("fast").getFirst().atNanos();
    tapped.runTo(600 * SECOND);

    // 100 ms in the dark, then its own Master_Down_Interval
    assertThat(firstNanos).isEqualTo(100 * MILLISECOND + 360_937_500);
    assertThat(tapped.isMaster("slow")).isTrue();
    assertThat(tapped.isMaster("fast")).isFalse();
    assertThat(tapped.adverts("fast").getLast().atNanos()).isLessThan(SECOND);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rfc3768", "rfc5798", "rfc9568"})
  @Requirement({
    "VRRP-SM-BKP-EXPIRE-ORDER",
    "VRRP-SM-BKP-EXPIRE-GARP",
    "VRRP-ARP-GARP-SENDER",
    "VRRP-ARP-GARP-BROADCAST",
    "VRRP-ARP-GARP-REQUEST-OP",
    "VRRP-ARP-GARP-EACH-ADDR",
    "VRRP-ARP-IFCONF-GARP",
    "VRRP-MAC-BRIDGE-LEARN"
  })
  void shouldAnnounceEachAddressByGratuitousArpAfterTheFirstAdvert(String profile) {
    TappedSegment tapped = TappedSegment.ofOne(Profile.named(profile), config -> config);

    List<Seen> said =
        tapped.runTo(3_700 * MILLISECOND).sentBy("m1").stream()
            .filter(each -> each.atNanos() == 3_609_375_000L)
            .toList();

    assertThat(said).hasSize(3);
    assertThat(TappedSegment.message(said.getFirst())).isInstanceOf(VrrpPacket.class);
    assertThat(said).allSatisfy(each -> assertThat(each.frame().source()).isEqualTo(VIRTUAL_MAC));
    for (int i = 0; i < 2; i++) {
      assertThat(said.get(i + 1).frame().destination()).isEqualTo(MacAddress.BROADCAST);
      ArpPacket arp = (ArpPacket) said.get(i + 1).frame().payload();
      assertThat(arp.operation()).isEqualTo(ArpPacket.REQUEST);
      assertThat(arp.senderMac()).isEqualTo(VIRTUAL_MAC);
      assertThat(arp.senderAddress()).isEqualTo(TappedSegment.VIRTUAL.get(i));
      assertThat(arp.targetAddress()).isEqualTo(TappedSegment.VIRTUAL.get(i));
    }
  }

  @Test
  @Requirement("VRRP-ARP-GARP-TARGET-LL")
  void shouldNameTheVirtualMacAsTargetAsTheErrataHaveIt() {
    TappedSegment tapped = TappedSegment.ofOne(Profile.RFC9568, config -> config);
    TappedSegment older = TappedSegment.ofOne(Profile.RFC5798, config -> config);

    assertThat(tapped.runTo(4 * SECOND).sentBy("m1", ArpPacket.class))
        .extracting(ArpPacket::targetMac)
        .containsOnly(VIRTUAL_MAC);
    assertThat(older.runTo(4 * SECOND).sentBy("m1", ArpPacket.class))
        .extracting(ArpPacket::targetMac)
        .containsOnly(MacAddress.BROADCAST);
  }
}
