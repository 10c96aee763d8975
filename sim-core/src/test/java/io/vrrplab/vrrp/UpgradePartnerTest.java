package io.vrrplab.vrrp;

import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.Requirement;
import org.junit.jupiter.api.Test;

class UpgradePartnerTest {

  private static final UpgradePartner OLD = new UpgradePartner(2, false, 100, 100);
  private static final UpgradePartner BOTH = new UpgradePartner(3, true, 100, 100);
  private static final UpgradePartner NEW = new UpgradePartner(3, false, 100, 100);

  private static UpgradePartner fast(boolean mixed, int priority) {
    return new UpgradePartner(3, mixed, priority, 10);
  }

  @Test
  @Requirement("VRRP-MIX-FLAG")
  void shouldUnderstandEachOtherInAVersionThatBothSpeak() {
    assertThat(BOTH.understands(OLD)).isTrue();
    assertThat(OLD.understands(BOTH)).isTrue();
    assertThat(NEW.understands(BOTH)).isTrue();
    assertThat(OLD.understands(OLD)).isTrue();
    assertThat(OLD.understands(NEW)).isFalse();
    assertThat(NEW.understands(OLD)).isFalse();
  }

  @Test
  @Requirement("VRRP-MIX-V2-ADVINT-WHOLE")
  void shouldShareTheWholeSecondsOfVersion2() {
    UpgradePartner slow = new UpgradePartner(3, true, 100, 200);

    assertThat(slow.isRefusedFor(OLD)).isTrue();
    assertThat(OLD.isRefusedFor(slow)).isTrue();
    assertThat(OLD.isRefusedFor(BOTH)).isFalse();
    assertThat(fast(true, 100).isRefusedFor(OLD)).isFalse();
    assertThat(slow.isRefusedFor(NEW)).isFalse();
    assertThat(new UpgradePartner(3, false, 100, 200).isRefusedFor(OLD)).isFalse();
  }

  @Test
  @Requirement("VRRP-MIX-V2-PRIO")
  void shouldNotPreferVersion2ToWhatIsFasterThanASecond() {
    assertThat(OLD.outranksFaster(fast(true, 99))).isTrue();
    assertThat(OLD.outranksFaster(fast(false, 99))).isTrue();
    assertThat(OLD.outranksFaster(fast(true, 100))).isFalse();
    assertThat(OLD.outranksFaster(new UpgradePartner(3, true, 99, 100))).isFalse();
    assertThat(BOTH.outranksFaster(fast(true, 99))).isFalse();
  }

  @Test
  @Requirement("VRRP-MIX-SLOW-RATE")
  void shouldStayAtOneSecondOrSlowerUntilAllAreUpgraded() {
    assertThat(fast(true, 100).overloadsVersion2()).isTrue();
    assertThat(new UpgradePartner(3, true, 100, 99).overloadsVersion2()).isTrue();
    assertThat(BOTH.overloadsVersion2()).isFalse();
    assertThat(fast(false, 100).overloadsVersion2()).isFalse();
  }
}
