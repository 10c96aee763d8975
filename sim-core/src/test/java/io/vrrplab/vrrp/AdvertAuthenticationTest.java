package io.vrrplab.vrrp;

import static io.vrrplab.vrrp.Judging.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.Requirement;
import io.vrrplab.wire.VrrpV2Packet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a receiver makes of the authentication fields of version 2. */
class AdvertAuthenticationTest {

  @ParameterizedTest
  @Requirement({
    "VRRP-RX-AUTH-TYPE-UNKNOWN",
    "VRRP-RX-AUTH-TYPE-MISMATCH",
    "VRRP-RX-AUTH-PERFORM",
    "VRRP-RX-AUTH-RESERVED-TYPES",
    "VRRP-RX-AUTH-DATA-IGNORED"
  })
  @CsvSource({
    // configured password, type on the wire, data on the wire
    "'',       0, 0x0000000000000000, accepted",
    "'',       0, 0x1122334455667788, accepted",
    "'',       1, 0x7365637265743132, authentication",
    "'',       2, 0x0000000000000000, authentication",
    "'',       9, 0x0000000000000000, authentication",
    "secret12, 1, 0x7365637265743132, accepted",
    "secret12345, 1, 0x7365637265743132, accepted",
    "secret12, 1, 0x7365637265743133, password",
    "secret12, 0, 0x7365637265743132, authentication",
    "ab,       1, 0x6162000000000000, accepted"
  })
  void shouldCompareAuthentication(String password, int type, String data, String expected) {
    VirtualRouterConfig open = Samples.ipv4(Profile.KEEPALIVED, 2);
    VirtualRouterConfig config =
        password.isEmpty()
            ? open
            : open.withAuthentication(Authentication.simplePassword(password));
    VrrpV2Packet packet =
        new VrrpV2Packet(
            1,
            41,
            150,
            type,
            1,
            0,
            Samples.VIRTUAL_IPV4,
            Long.parseUnsignedLong(data.substring(2), 16));

    assertThat(verdict(config, Samples.version2(packet))).isEqualTo(expected);
  }
}
