package io.vrrplab.lan;

import static io.vrrplab.lan.TappedSegment.MILLISECOND;
import static io.vrrplab.lan.TappedSegment.SECOND;
import static io.vrrplab.lan.TappedSegment.VIRTUAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.Requirement;
import io.vrrplab.lan.TappedSegment.Seen;
import io.vrrplab.vrrp.Profile;
import io.vrrplab.vrrp.ReceivedAdvert;
import io.vrrplab.vrrp.RejectReason;
import io.vrrplab.wire.ArpPacket;
import io.vrrplab.wire.ChecksumForm;
import io.vrrplab.wire.Decoded;
import io.vrrplab.wire.EthernetFrame;
import io.vrrplab.wire.IcmpEcho;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv4Packet;
import io.vrrplab.wire.MacAddress;
import io.vrrplab.wire.VrrpChecksum;
import io.vrrplab.wire.VrrpPacket;
import io.vrrplab.wire.VrrpV3Packet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody on the segment can do to virtual routers, and what is told of it. */
class HostileNeighbourTest {

  private static final String ROGUE = "192.0.2.66";

  @Test
  @Requirement("VRRP-SEC-V3-NO-AUTH")
  void shouldBelieveWhoeverAdvertisesAHigherPriority() {
    TappedSegment tapped = TappedSegment.ofTwo(Profile.RFC9568).runTo(10 * SECOND);

    tapped.advertise(ROGUE, 255, 255, 100);
    tapped.runFor(MILLISECOND);

    assertThat(tapped.isMaster("m1")).isFalse();
  }

  /** As if a router had passed the advert on from another segment. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 254})
  @Requirement({"VRRP-SEC-GTSM", "VRRP-RX-TTL-255", "VRRP-ADDR-VRID-SCOPE-LAN"})
  void shouldNotBelieveWhatCameOverARouter(int ttl) {
    TappedSegment tapped = TappedSegment.ofTwo(Profile.RFC9568).runTo(10 * SECOND);

    tapped.advertise(ROGUE, ttl, 255, 100);
    tapped.runFor(MILLISECOND);

    assertThat(tapped.isMaster("m1")).isTrue();
  }

  @Test
  @Requirement("VRRP-SEC-L2-FILTER")
  void shouldNotHearTheRogueThroughASwitchThatFiltersVrrp() {
    TappedSegment tapped = TappedSegment.ofTwo(Profile.RFC9568).runTo(10 * SECOND);
    tapped
        .card
        .port()
        .cable()
        .uplink()
        .addFilter(HostileNeighbourTest::isVrrp, LossCause.DROPPED_ADVERT);

    tapped.advertise(ROGUE, 255, 255, 100);
    tapped.runFor(MILLISECOND);

    assertThat(tapped.isMaster("m1")).isTrue();
  }

  private static boolean isVrrp(Transmission transmission) {
    return transmission.frame().decoded() instanceof Decoded.Packet(EthernetFrame frame)
        && frame.payload() instanceof Ipv4Packet packet
        && packet.payload() instanceof VrrpPacket;
  }

  /** Spoofed ARP needs no advert, so no authentication of adverts would be a cure. */
  @Test
  @Requirement("VRRP-SEC-AUTH-NO-CURE")
  void shouldLoseTrafficToSpoofedArpWithoutAnyAdvert() {
    TappedSegment tapped = new TappedSegment();
    tapped.node("m1", "192.0.2.11", Profile.RFC9568, config -> config.withAccept(true));
    Machine client = tapped.lab.addHost("client");
    tapped.lab.connect(client, tapped.lan, new Subnet(Ipv4Address.parse("192.0.2.120"), 24));
    tapped.lab.addFlow(
        client,
        new Flow.Config(Flow.Kind.PING, VIRTUAL.getFirst(), SECOND, 56, null, Integer.MAX_VALUE));
    tapped.start().runTo(10_700 * MILLISECOND);
    assertThat(tapped.sentBy("m1", IcmpEcho.class)).isNotEmpty();

    MacAddress own = tapped.card.mac();
    tapped.say(
        MacAddress.BROADCAST,
        own,
        ArpPacket.gratuitous(own, (Ipv4Address) VIRTUAL.getFirst(), MacAddress.BROADCAST));
    tapped.runFor(100 * MILLISECOND).clear();
    tapped.runFor(3 * SECOND);

    assertThat(tapped.sentBy("client", IcmpEcho.class)).hasSize(3);
    assertThat(tapped.sentBy("m1", IcmpEcho.class)).isEmpty();
    assertThat(tapped.isMaster("m1")).isTrue();
  }

  /** Counters take the place of log lines: one a reason, however many packets there are. */
  @ParameterizedTest
  @ValueSource(strings = {"rfc3768", "rfc5798", "rfc9568", "frr"})
  @Requirement({
    "VRRP-RX-FAIL-DISCARD",
    "VRRP-RX-FAIL-NO-EFFECT",
    "VRRP-RX-FAIL-LOG",
    "VRRP-RX-FAIL-LOG-RATELIMIT",
    "VRRP-RX-FAIL-NM"
  })
  void shouldCountAThousandBadAdvertsAndGoOnAsIfTheyHadNotCome(String profile) {
    TappedSegment quiet = TappedSegment.ofTwo(Profile.named(profile));
    TappedSegment flooded = TappedSegment.ofTwo(Profile.named(profile));
    List<RejectReason> told = listen(flooded);
    quiet.runTo(20 * SECOND);
    flooded.runTo(10 * SECOND);
    for (int i = 0; i < 1_000; i++) {
      flooded.advertise(ROGUE, 254, 255, 1);
      flooded.runFor(MILLISECOND / 2);
    }
    flooded.runTo(20 * SECOND);

    assertThat(told).hasSize(2_000).containsOnly(RejectReason.TTL);
    for (String node : List.of("m1", "m2")) {
      assertThat(times(flooded.sentBy(node))).isEqualTo(times(quiet.sentBy(node)));
    }
  }

  private static List<Long> times(List<Seen> frames) {
    return frames.stream().map(Seen::atNanos).toList();
  }

  private static List<RejectReason> listen(TappedSegment tapped) {
    List<RejectReason> told = new ArrayList<>();
    tapped.lab.listen(
        new LabListener() {
          @Override
          public void advertRejected(
              Machine node,
              @Nullable VirtualRouter router,
              ReceivedAdvert heard,
              RejectReason reason) {
            told.add(reason);
          }
        });
    return told;
  }

  @ParameterizedTest
  @CsvSource({
    // profile, priority of the receiver, interval announced, addresses listed, what is noted
    "rfc9568, 100, 300, 2, INTERVAL",
    "rfc9568, 100, 100, 1, ADDRESS_LIST",
    "rfc9568, 255, 100, 2, OWNER"
  })
  @Requirement({
    "VRRP-RX-V3-ADVINT-VERIFY",
    "VRRP-RX-V3-ADVINT-LOG",
    "VRRP-RX-ADDRLIST-LOG",
    "VRRP-RX-OWNER-LOG",
    "VRRP-RX-MISCONFIG-NM",
    "VRRP-OPS-MULTI-OWNER-LOG"
  })
  void shouldTellOfMisconfigurationThatItTolerates(
      String profile, int priority, int intervalCs, int addresses, RejectReason noted) {
    TappedSegment tapped =
        TappedSegment.ofOne(Profile.named(profile), config -> config.withPriority(priority));
    List<RejectReason> told = tolerated(tapped);
    tapped.runTo(SECOND);

    Ipv4Address source = Ipv4Address.parse(ROGUE);
    VrrpV3Packet odd =
        new VrrpV3Packet(
            1, TappedSegment.VRID, 255, 0, intervalCs, 0, VIRTUAL.subList(0, addresses));
    tapped.advertise(
        source,
        255,
        VrrpChecksum.sealed(odd, ChecksumForm.MESSAGE_ONLY, source, Ipv4Address.VRRP_GROUP));
    tapped.runFor(MILLISECOND);

    assertThat(told).containsExactly(noted);
    assertThat(tapped.isMaster("m1")).isFalse();
  }

  private static List<RejectReason> tolerated(TappedSegment tapped) {
    List<RejectReason> told = new ArrayList<>();
    tapped.lab.listen(
        new LabListener() {
          @Override
          public void advertTolerated(VirtualRouter router, RejectReason irregularity) {
            told.add(irregularity);
          }
        });
    return told;
  }

  /** Over a loop in the network, say. */
  @Test
  @Requirement("VRRP-OPS-MULTI-OWNER-LOG")
  void shouldNotTakeItsOwnAdvertForThatOfASecondOwner() {
    TappedSegment tapped = TappedSegment.ofOne(Profile.RFC9568, config -> config.withPriority(255));
    List<RejectReason> told = tolerated(tapped);
    tapped.runTo(SECOND);

    tapped.advertise("192.0.2.11", 255, 255, 100);
    tapped.runFor(MILLISECOND);

    assertThat(told).doesNotContain(RejectReason.OWNER);
    assertThat(tapped.isMaster("m1")).isTrue();
  }
}
