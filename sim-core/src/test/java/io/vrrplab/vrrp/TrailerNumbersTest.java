package io.vrrplab.vrrp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vrrplab.vrrp.HmacRules.Mode;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Octets;
import io.vrrplab.wire.VrrpChecksum;
import io.vrrplab.wire.VrrpPacket;
import io.vrrplab.wire.VrrpTrailer;
import io.vrrplab.wire.VrrpV2Packet;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The numbers by which trailers tell what was heard before, from the signer to the guard. */
class TrailerNumbersTest {

  private static final long SECOND = 1_000_000_000L;
  private static final long NOON = 1_790_000_000L * SECOND;
  private static final IpAddress SENDER = IpAddress.parse("192.0.2.11");

  private final AdvertSigner signer = new AdvertSigner();

  private static HmacRules rules(int windowSeconds) {
    LinkedHashMap<Integer, Octets> keys = new LinkedHashMap<>();
    keys.put(7, Octets.zeroes(32));
    return new HmacRules(keys, 7, Mode.ENFORCE, windowSeconds);
  }

  private static VirtualRouterConfig router(String address, int windowSeconds) {
    VirtualRouterConfig plain =
        VirtualRouterConfig.ofDefaults(
            Profile.keepalived(KeepalivedVersion.V2_4),
            2,
            61,
            IpAddress.parse(address),
            List.of(IpAddress.parse("192.0.2.61")));
    return plain.withOptions(plain.options().withHmac(rules(windowSeconds)));
  }

  private VrrpPacket signed(int windowSeconds, long clockNanos) {
    VirtualRouterConfig sender = router("192.0.2.11", windowSeconds);
    return signer
        .sign(OutgoingAdvert.allOf(sender, 100), rules(windowSeconds), clockNanos)
        .getFirst()
        .packet();
  }

  private long number(int windowSeconds, long clockNanos) {
    return VrrpTrailer.read(signed(windowSeconds, clockNanos).surplus()).sequence();
  }

  private VrrpPacket with(VrrpTrailer trailer) {
    return ((VrrpV2Packet) signed(5, NOON)).withSurplus(trailer.octets());
  }

  /** As it arrives: its checksum covers what it announces. */
  private static ReceivedAdvert sealed(VrrpPacket packet) {
    VrrpV2Packet v2 = (VrrpV2Packet) packet;
    VrrpV2Packet right =
        VrrpChecksum.sealed(v2.withSurplus(Octets.EMPTY)).withSurplus(v2.surplus());
    IpAddress group = router("192.0.2.12", 5).group();
    return new ReceivedAdvert(
        SENDER, group, 255, right, 28, VrrpChecksum.satisfied(right, SENDER, group));
  }

  @Test
  void shouldShowTheClock() {
    long half = number(5, NOON + SECOND / 2);

    assertThat(half >>> 32).isEqualTo(1_790_000_000L);
    assertThat(half & 0xffff_ffffL).isEqualTo(0x8000_0000L);
  }

  @Test
  void shouldGrowWhateverTheClockDoes() {
    long first = number(5, NOON);

    assertThat(number(5, NOON)).isEqualTo(first + 1);
    assertThat(number(5, NOON - 5 * SECOND)).isEqualTo(first + 2);
  }

  /** A number that receivers would not bear any more is given up, if they look at clocks at all. */
  @Test
  void shouldBeginAnewBeyondTheWindow() {
    long first = number(5, NOON);

    assertThat(number(0, NOON - 6 * SECOND)).isEqualTo(first + 1);
    assertThat(number(5, NOON - 6 * SECOND)).isEqualTo(first - (6L << 32));
  }

  @Test
  void shouldRefuseWhatWasHeardBefore() {
    AdvertReceiver receiver = new AdvertReceiver(List.of(router("192.0.2.12", 5)));
    ReceivedAdvert first = sealed(signed(5, NOON));
    ReceivedAdvert second = sealed(signed(5, NOON));

    assertThat(receiver.check(second, NOON)).isInstanceOf(Validated.Accepted.class);
    assertThat(receiver.check(second, NOON)).isEqualTo(replayed());
    assertThat(receiver.check(first, NOON)).isEqualTo(replayed());
  }

  @Test
  void shouldRememberWhatWasHeardBeforeAReload() {
    VirtualRouterConfig config = router("192.0.2.12", 5);
    ReceivedAdvert advert = sealed(signed(5, NOON));
    AdvertReceiver before = new AdvertReceiver(List.of(config));
    assertThat(before.check(advert, NOON)).isInstanceOf(Validated.Accepted.class);

    AdvertReceiver after = before.reconfigured(List.of(config.withPriority(50)));

    assertThat(after.check(advert, NOON)).isEqualTo(replayed());
    assertThat(new AdvertReceiver(List.of(config)).check(advert, NOON))
        .isInstanceOf(Validated.Accepted.class);
  }

  @Test
  void shouldRefuseWhatIsMalformed() {
    AdvertReceiver receiver = new AdvertReceiver(List.of(router("192.0.2.12", 5)));
    VrrpTrailer good = VrrpTrailer.read(signed(5, NOON).surplus());
    VrrpTrailer unknown = new VrrpTrailer(2, 7, 0, good.sequence(), good.hmac());
    VrrpTrailer reserved = new VrrpTrailer(1, 7, 1, good.sequence(), good.hmac());

    for (VrrpTrailer trailer : List.of(unknown, reserved)) {
      assertThat(receiver.check(sealed(with(trailer)), NOON))
          .isEqualTo(new Validated.Rejected(RejectReason.TRAILER_MALFORMED, true));
    }
  }

  @Test
  void shouldNotBeMadeWithoutItsKey() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HmacRules(new LinkedHashMap<>(), 7, Mode.ENFORCE, 5))
        .withMessageContaining("no key 7");
  }

  private static Validated replayed() {
    return new Validated.Rejected(RejectReason.TRAILER_REPLAYED, true);
  }
}
