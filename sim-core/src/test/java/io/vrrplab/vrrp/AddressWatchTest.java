package io.vrrplab.vrrp;

import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.wire.IpAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which addresses a virtual router misses, by implementation and by what it was told. */
class AddressWatchTest {

  private static final Profile BEFORE_2_0 = Profile.keepalived(KeepalivedVersion.V1_3);

  private static VirtualRouterConfig told(Profile profile, boolean source, IpAddress... untracked) {
    VirtualRouterConfig config = Samples.ipv4(profile);
    AddressWatch watch = new AddressWatch(source, List.of(untracked));
    return config.withOptions(config.options().withWatch(watch));
  }

  @Test
  void shouldMissItsAddressesUnlessToldOtherwise() {
    VirtualRouterConfig config = told(Profile.KEEPALIVED, false);
    IpAddress held = config.addresses().getFirst();
    IpAddress own = config.primaryAddress();

    assertThat(AddressWatch.isMissed(held, config)).isTrue();
    assertThat(AddressWatch.isMissed(own, config)).isFalse();
    assertThat(AddressWatch.isMissed(held, told(Profile.KEEPALIVED, false, held))).isFalse();
    assertThat(AddressWatch.isMissed(held, told(Profile.KEEPALIVED, false, own))).isTrue();
    assertThat(AddressWatch.isMissed(held, told(BEFORE_2_0, false))).isFalse();
    assertThat(AddressWatch.isMissed(held, told(Profile.RFC9568, false))).isFalse();
    assertThat(AddressWatch.isMissed(held, told(Profile.FRR, false))).isFalse();
  }

  @Test
  void shouldNeedAnOwnAddressUnlessItWasToldOne() {
    assertThat(AddressWatch.needsOwnAddress(told(Profile.KEEPALIVED, false))).isTrue();
    assertThat(AddressWatch.needsOwnAddress(told(Profile.KEEPALIVED, true))).isFalse();
    assertThat(AddressWatch.needsOwnAddress(told(BEFORE_2_0, false))).isFalse();
    assertThat(AddressWatch.needsOwnAddress(told(Profile.RFC9568, false))).isFalse();
    assertThat(AddressWatch.needsOwnAddress(told(Profile.FRR, false))).isFalse();
  }

  /**
   * A virtual interface for IPv6 gives itself a link-local address; for IPv4 it needs the card's.
   */
  @Test
  void shouldNeedNoneWhereAVirtualInterfaceMakesOne() {
    Profile virtual =
        Profile.KEEPALIVED.withAnnouncements(
            Profile.KEEPALIVED.announcements().withAnnouncedMac(MacChoice.VIRTUAL));

    assertThat(AddressWatch.needsOwnAddress(Samples.ipv6(virtual))).isFalse();
    assertThat(AddressWatch.needsOwnAddress(Samples.ipv6(Profile.KEEPALIVED))).isTrue();
    assertThat(AddressWatch.needsOwnAddress(Samples.ipv4(virtual))).isTrue();
  }

  /** Linux sends raw IPv4 packets from any source, and no IPv6 ones. */
  @Test
  void shouldBeMuteWhereTheKernelRefuses() {
    assertThat(AddressWatch.isMuteWithoutSource(Samples.ipv4(Profile.KEEPALIVED))).isFalse();
    assertThat(AddressWatch.isMuteWithoutSource(Samples.ipv6(Profile.KEEPALIVED))).isTrue();
    assertThat(AddressWatch.isMuteWithoutSource(Samples.ipv4(Profile.FRR))).isTrue();
    assertThat(AddressWatch.isMuteWithoutSource(Samples.ipv6(Profile.RFC9568))).isFalse();
  }

  @Test
  void shouldSpeakFromAnotherAddressAndChangeNothingElse() {
    VirtualRouterConfig config = told(Profile.KEEPALIVED, false);
    IpAddress other = IpAddress.parse("192.0.2.111");

    VirtualRouterConfig moved = AddressWatch.speakingFrom(other, config);

    assertThat(moved.primaryAddress()).isEqualTo(other);
    assertThat(AddressWatch.speakingFrom(config.primaryAddress(), moved)).isEqualTo(config);
  }
}
