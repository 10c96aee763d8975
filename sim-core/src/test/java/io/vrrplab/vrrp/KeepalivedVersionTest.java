package io.vrrplab.vrrp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vrrplab.vrrp.AcceptanceRules.AddressList;
import io.vrrplab.vrrp.ElectionRules.AdvertTimer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From which release on keepalived does what. */
class KeepalivedVersionTest {

  @ParameterizedTest
  @CsvSource({
    "1.3, DROPPED, KEPT",
    "2.0, DROPPED, RESTARTED",
    "2.2, DROPPED, RESTARTED",
    "2.3.3, LOGGED, RESTARTED",
    "2.4, LOGGED, RESTARTED"
  })
  void shouldDifferInLookingAtAddressListsAndAtRefusedPackets(
      String version, AddressList list, AdvertTimer timer) {
    Profile profile = Profile.keepalived(KeepalivedVersion.of(version));

    assertThat(profile.acceptance().addressList()).isEqualTo(list);
    assertThat(profile.election().timerAfterRejected()).isEqualTo(timer);
  }

  @Test
  void shouldNameAllWhereThereIsNone() {
    assertThatThrownBy(() -> KeepalivedVersion.of("2.1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no keepalived version 2.1; there are 1.3, 2.0, 2.2, 2.3.3, 2.4");
  }
}
