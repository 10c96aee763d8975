package io.vrrplab.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "255.255.255.255", "192.0.2.1", "224.0.0.18", "10.0.200.9"})
  void shouldPrintTheIpv4AddressItRead(String text) {
    assertThat(IpAddress.parse(text)).isInstanceOf(Ipv4Address.class).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1.2.3",
        "1.2.3.4.5",
        "1.2.3.",
        "1..2.3",
        "256.1.1.1",
        "01.2.3.4",
        "1.2.3.4 ",
        "+1.2.3.4",
        "1.2.3.1000",
        "a.b.c.d",
        "1.2.3.-4",
        "localhost",
        "1.2.3./"
      })
  void shouldNotReadAsIpv4(String text) {
    assertThatThrownBy(() -> Ipv4Address.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not an IPv4 address: " + text);
  }

  @ParameterizedTest
  @CsvSource({
    "::, ::",
    "::1, ::1",
    "1::, 1::",
    "fe80::0:1, fe80::1",
    "2001:DB8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
    "0001:0002:0003:0004:0005:0006:0007:0008, 1:2:3:4:5:6:7:8",
    "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
    "::2:3:4:5:6:7:8, 0:2:3:4:5:6:7:8",
    "::ffff:192.0.2.1, ::ffff:c000:201",
    "64:ff9b::192.0.2.33, 64:ff9b::c000:221",
    "1:0:0:2:0:0:0:0, 1:0:0:2::"
  })
  void shouldPrintIpv6InCanonicalForm(String text, String canonical) {
    assertThat(IpAddress.parse(text)).isInstanceOf(Ipv6Address.class).hasToString(canonical);
    assertThat(IpAddress.parse(canonical)).isEqualTo(IpAddress.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ":",
        ":::",
        "1",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1::2::3",
        "12345::",
        "::g",
        "::+1",
        "::-1",
        "1:2:3:4:5:6:7:8::",
        "::1:2:3:4:5:6:7:8",
        "fe80::1%eth0",
        ":1:2:3:4:5:6:7",
        "1:",
        "::1.2.3",
        "::1.2.3.256",
        "1.2.3.4",
        "1:2:3:4:5:6:7:1.2.3.4"
      })
  void shouldNotReadAsIpv6(String text) {
    assertThatThrownBy(() -> Ipv6Address.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("not an IPv");
  }

  @Test
  void shouldOrderByFamilyThenUnsigned() {
    List<IpAddress> ascending =
        List.of(
            IpAddress.parse("1.2.3.4"),
            IpAddress.parse("127.255.255.255"),
            IpAddress.parse("192.0.2.1"),
            IpAddress.parse("::1"),
            IpAddress.parse("::ffff:ffff:ffff:ffff"),
            IpAddress.parse("7fff::"),
            IpAddress.parse("fe80::1"));

    assertThat(ascending.reversed().stream().sorted()).containsExactlyElementsOf(ascending);
    assertThat(ascending.get(2)).isLessThan(ascending.get(3));
    assertThat(ascending.get(3)).isGreaterThan(ascending.get(2));
    for (IpAddress address : ascending) {
      assertThat(address).isEqualByComparingTo(IpAddress.parse(address.toString()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.254, 24, true",
    "192.0.2.1, 192.0.3.1, 24, false",
    "192.0.2.1, 192.0.3.1, 23, true",
    "192.0.2.1, 10.0.0.1, 0, true",
    "192.0.2.1, 192.0.2.1, 32, true",
    "192.0.2.1, 192.0.2.0, 32, false",
    "2001:db8::1, 2001:db8::2, 64, true",
    "2001:db8::1, 2001:db8:0:1::1, 64, false",
    "2001:db8::1, 2001:db8:0:1::1, 63, true",
    "2001:db8::1, 2001:db8::2, 126, true",
    "2001:db8::1, 2001:db8::2, 127, false",
    "2001:db8::1, fe80::1, 0, true",
    "2001:db8::1, 192.0.2.1, 0, false",
    "192.0.2.1, 2001:db8::1, 0, false"
  })
  void shouldComparePrefixes(String one, String other, int length, boolean shared) {
    assertThat(IpAddress.parse(one).sharesPrefix(IpAddress.parse(other), length)).isEqualTo(shared);
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, false, false, 32",
    "224.0.0.18, true, false, 32",
    "239.255.255.255, true, false, 32",
    "240.0.0.1, false, false, 32",
    "169.254.0.1, false, true, 32",
    "ff02::12, true, false, 128",
    "fe80::1, false, true, 128",
    "febf::1, false, true, 128",
    "fec0::1, false, false, 128"
  })
  void shouldClassify(String text, boolean multicast, boolean linkLocal, int width) {
    IpAddress address = IpAddress.parse(text);

    assertThat(address.isMulticast()).isEqualTo(multicast);
    assertThat(address.isLinkLocal()).isEqualTo(linkLocal);
    assertThat(address.width()).isEqualTo(width);
  }

  @Test
  void shouldDeriveWhatNeighbourDiscoveryNeeds() {
    assertThat(Ipv6Address.parse("2001:db8::12:3456").solicitedNodeGroup())
        .hasToString("ff02::1:ff12:3456");
    assertThat(Ipv6Address.linkLocal(MacAddress.parse("00:1b:21:ab:cd:ef")))
        .hasToString("fe80::21b:21ff:feab:cdef");
    assertThat(Ipv6Address.linkLocal(MacAddress.parse("02:ff:ff:ff:ff:ff")))
        .hasToString("fe80::ff:ffff:feff:ffff");
  }
}
