package io.vrrplab.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vrrplab.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MacAddressTest {

  @ParameterizedTest
  @CsvSource({
    "00:00:5e:00:01:29, 00:00:5e:00:01:29",
    "FF-FF-FF-FF-FF-FF, ff:ff:ff:ff:ff:ff",
    "02:00:00:00:00:0A, 02:00:00:00:00:0a"
  })
  void shouldPrintWhatItRead(String text, String printed) {
    assertThat(MacAddress.parse(text)).hasToString(printed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00:00:5e:00:01",
        "00:00:5e:00:01:29:00",
        "0:0:5e:0:1:29",
        "00005e000129",
        "zz:00:5e:00"
      })
  void shouldNotReadAnythingElse(String text) {
    assertThatThrownBy(() -> MacAddress.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a MAC address: " + text);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 1L << 48})
  void shouldHoldNoMoreThan48Bits(long bits) {
    assertThatThrownBy(() -> new MacAddress(bits)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @Requirement("VRRP-TX-DST-MAC-MCAST")
  @CsvSource({
    "224.0.0.18, 01:00:5e:00:00:12",
    "239.255.1.2, 01:00:5e:7f:01:02",
    "ff02::12, 33:33:00:00:00:12",
    "ff02::1:ffab:cdef, 33:33:ff:ab:cd:ef"
  })
  void shouldCarryAMulticastGroup(String group, String mac) {
    MacAddress address = MacAddress.ofMulticast(IpAddress.parse(group));

    assertThat(address).hasToString(mac);
    assertThat(address.isGroup()).isTrue();
  }

  @Test
  @Requirement({"VRRP-MAC-IPV4", "VRRP-MAC-IPV6"})
  void shouldNameTheVirtualRouters() {
    assertThat(MacAddress.virtualRouterIpv4(255)).hasToString("00:00:5e:00:01:ff");
    assertThat(MacAddress.virtualRouterIpv6(1)).hasToString("00:00:5e:00:02:01");
    assertThat(MacAddress.virtualRouterIpv4(1).isGroup()).isFalse();
    assertThat(MacAddress.BROADCAST.isGroup()).isTrue();
  }

  @Test
  void shouldOrderByNumber() {
    assertThat(MacAddress.ZERO).isLessThan(MacAddress.BROADCAST);
    assertThat(MacAddress.BROADCAST).isEqualByComparingTo(new MacAddress(0xffff_ffff_ffffL));
  }
}
