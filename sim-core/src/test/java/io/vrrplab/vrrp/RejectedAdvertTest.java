package io.vrrplab.vrrp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vrrplab.Requirement;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.VrrpV3Packet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a refused packet does to a Master: in keepalived, some restart its advert timer. */
class RejectedAdvertTest {

  private static final VirtualRouterConfig KEEPALIVED = Samples.ipv4(Profile.KEEPALIVED);

  @ParameterizedTest
  @CsvSource({
    "'',               false",
    "31299601006405,   false",
    "312996010064050a, true",
    "31639601 0064050a, false",
    "412996010064050a, true"
  })
  void shouldRecogniseItsVridInEightOctetsAtLeast(String hex, boolean addressed) {
    ReceivedAdvert received =
        Judging.with(Samples.version3(), Judging.undecodable(hex.replace(" ", "")));

    assertThat(isAddressed(received)).isEqualTo(addressed);
  }

  @Test
  void shouldNotRecogniseWhatTheKernelKeepsFromTheDaemon() {
    assertThat(isAddressed(Judging.withSource(Samples.version3(), Samples.OWN_IPV4))).isFalse();
    assertThat(isAddressed(Judging.withDestination(Samples.version3(), Samples.OWN_IPV4)))
        .isFalse();
  }

  @Test
  void shouldNotRecogniseAPacketForAnotherVrid() {
    VrrpV3Packet elsewhere =
        new VrrpV3Packet(1, 42, 150, 0, 100, 0, List.copyOf(Samples.VIRTUAL_IPV4));

    assertThat(isAddressed(Samples.version3(elsewhere))).isFalse();
    assertThat(isAddressed(Judging.withHopLimit(Samples.version3(elsewhere), 1))).isFalse();
  }

  private static boolean isAddressed(ReceivedAdvert received) {
    Validated verdict = new AdvertValidation(KEEPALIVED).check(received);
    return verdict instanceof Validated.Rejected rejected && rejected.addressed();
  }

  @ParameterizedTest
  @CsvSource({"keepalived, AT := 1", "frr,        -", "rfc5798,    -"})
  void shouldSilenceAKeepalivedMasterByPacketsThatItRefuses(String profile, String actions) {
    VirtualRouterConfig config = Samples.ipv4(Profile.named(profile));
    ReceivedAdvert hopped = Judging.withHopLimit(Samples.version3(), 254);
    VrrpEvent event = new AdvertValidation(config).check(hopped).toEvent();

    Transition transition = new VrrpStateMachine(config).step(new VrrpState.Master(), event);

    assertThat(event).isEqualTo(new VrrpEvent.AdvertRejected(RejectReason.TTL, true));
    assertThat(Shorthand.of(transition.actions())).isEqualTo(actions);
  }

  @Test
  void shouldGiveEachReasonAKeyOfItsOwn() {
    assertThat(Stream.of(RejectReason.values()).map(RejectReason::key))
        .doesNotHaveDuplicates()
        .allMatch(key -> key.matches("[a-z]+(-[a-z]+)*"));
    assertThat(Stream.of(RejectReason.values()).map(RejectReason::words)).doesNotHaveDuplicates();
  }

  @Test
  @Requirement("VRRP-RX-FAMILY-INDEPENDENT")
  void shouldDispatchByVridAndFamily() {
    VirtualRouterConfig ipv4 = Samples.ipv4(Profile.RFC9568);
    VirtualRouterConfig ipv6 = Samples.ipv6(Profile.RFC9568);
    AdvertReceiver receiver = new AdvertReceiver(List.of(ipv4, ipv6));
    ReceivedAdvert overIpv6 = Samples.version3OverIpv6(Samples.ipv6Message(Samples.HIGHER_IPV6));

    assertThat(receiver.addressee(Samples.version3())).isZero();
    assertThat(receiver.addressee(overIpv6)).isEqualTo(1);
    assertThat(receiver.check(Samples.version3())).isInstanceOf(Validated.Accepted.class);
    assertThat(receiver.check(overIpv6)).isInstanceOf(Validated.Accepted.class);
  }

  @Test
  void shouldCountWhatIsWrongBeforeAnUnknownVridFirst() {
    AdvertReceiver receiver = new AdvertReceiver(List.of(Samples.ipv4(Profile.RFC9568)));
    VrrpV3Packet elsewhere =
        new VrrpV3Packet(1, 42, 150, 0, 100, 0, List.of(Ipv4Address.parse("192.0.2.50")));
    ReceivedAdvert unknown = Samples.version3(elsewhere);

    assertThat(receiver.addressee(unknown)).isEqualTo(AdvertReceiver.NOBODY);
    assertThat(receiver.check(unknown))
        .isEqualTo(new Validated.Rejected(RejectReason.UNKNOWN_VRID, false));
    assertThat(receiver.check(Judging.withHopLimit(unknown, 64)))
        .isEqualTo(new Validated.Rejected(RejectReason.TTL, false));
    assertThat(receiver.check(Samples.version3OverIpv6(Samples.ipv6Message())))
        .isEqualTo(new Validated.Rejected(RejectReason.UNKNOWN_VRID, false));
  }

  @Test
  void shouldJudgeAPacketOfAnUnknownVridByTheFirstRouterOfItsFamily() {
    VirtualRouterConfig ipv4 = Samples.ipv4(Profile.RFC9568);
    AdvertReceiver receiver = new AdvertReceiver(List.of(ipv4, Samples.ipv6(Profile.RFC9568)));
    VrrpV3Packet elsewhere = new VrrpV3Packet(1, 42, 150, 0, 100, 0, Samples.VIRTUAL_IPV6);
    ReceivedAdvert unsummed =
        Judging.withChecksum(Samples.version3OverIpv6(elsewhere), Samples.MESSAGE_ONLY);

    assertThat(receiver.check(unsummed))
        .isEqualTo(new Validated.Rejected(RejectReason.CHECKSUM, false));
  }

  @Test
  void shouldRefuseTheSameVridTwiceInOneFamily() {
    VirtualRouterConfig config = Samples.ipv4(Profile.RFC9568);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AdvertReceiver(List.of(config, config.withPriority(7))))
        .withMessage("VRID 41 stands twice for IPV4");
  }

  /** The same VRID in the other family is another virtual router (RFC 9568 1.2). */
  @Test
  @Requirement("VRRP-RX-FAMILY-INDEPENDENT")
  void shouldHearItsOwnFamilyOnly() {
    VrrpV3Packet message =
        new VrrpV3Packet(1, Samples.VRID, 150, 0, 100, 0, List.copyOf(Samples.VIRTUAL_IPV4));
    ReceivedAdvert overIpv4 =
        Judging.withChecksum(Samples.version3(message), Samples.PSEUDO_HEADER);

    assertThat(new AdvertValidation(Samples.ipv6(Profile.RFC9568)).check(overIpv4))
        .isEqualTo(new Validated.Rejected(RejectReason.UNKNOWN_VRID, false));
  }
}
