package io.vrrplab.keepalived;

import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.keepalived.advice.Advisor;
import io.vrrplab.keepalived.config.Authentication;
import io.vrrplab.keepalived.finding.Finding;
import io.vrrplab.keepalived.finding.Rule;
import io.vrrplab.keepalived.read.KeepalivedReader;
import io.vrrplab.keepalived.syntax.ReadOptions;
import io.vrrplab.vrrp.HmacRules;
import io.vrrplab.vrrp.HmacRules.Mode;
import io.vrrplab.vrrp.KeepalivedVersion;
import io.vrrplab.wire.Octets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The block auth_hmac; what is made of it was seen with keepalived 2.4.3. */
class HmacReaderTest {

  private static final String KEY_7 = "key 7 " + "k".repeat(32);
  private static final String GOOD = KEY_7 + "\nactive_key 7";

  private static KeepalivedReader.Read read(KeepalivedVersion version, String instance) {
    String conf =
        """
        vrrp_instance VI_1 {
            interface eth0
            virtual_router_id 41
            priority 100
            advert_int 3
            virtual_ipaddress { 192.0.2.50/24 }
        %s
        }
        """
            .formatted(instance);
    return KeepalivedReader.read("m1.conf", conf, ReadOptions.PLAIN.with(version));
  }

  private static KeepalivedReader.Read block(String... lines) {
    return read(KeepalivedVersion.V2_4, "auth_hmac {\n" + String.join("\n", lines) + "\n}");
  }

  private static Authentication authentication(KeepalivedReader.Read read) {
    return read.config().instances().getFirst().authentication();
  }

  private static HmacRules hmac(String... lines) {
    return authentication(block(lines)).hmac().orElseThrow();
  }

  private static List<String> complaints(KeepalivedReader.Read read, Rule rule) {
    return read.findings().stream()
        .filter(finding -> finding.rule() == rule)
        .map(Finding::message)
        .toList();
  }

  @Test
  void shouldReadKeysOfBothKinds() {
    HmacRules rules = hmac("key 9 hex:" + "0A".repeat(64), GOOD);

    assertThat(rules.keys().get(7)).isEqualTo(Octets.ofHex("6b".repeat(32)));
    assertThat(rules.keys().get(9)).isEqualTo(Octets.ofHex("0a".repeat(64)));
    assertThat(rules.activeKey()).isEqualTo(7);
    assertThat(rules.mode()).isEqualTo(Mode.ENFORCE);
    assertThat(rules.windowSeconds()).as("three intervals").isEqualTo(9);
    assertThat(block(GOOD).accepted()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "time_window 20,         ENFORCE,      20",
    "time_window 301,        ENFORCE,      9",
    "anti_replay monotonic,  ENFORCE,      0",
    "mode permissive,        PERMISSIVE,   9",
    "mode receive-only,      RECEIVE_ONLY, 9",
    "mode some,              ENFORCE,      9"
  })
  void shouldReadTheRest(String line, Mode mode, int windowSeconds) {
    HmacRules rules = hmac(GOOD, line);

    assertThat(rules.mode()).isEqualTo(mode);
    assertThat(rules.windowSeconds()).isEqualTo(windowSeconds);
  }

  @Test
  void shouldBearFiveSecondsAtLeast() {
    KeepalivedReader.Read read =
        read(KeepalivedVersion.V2_4, "advert_int 1\nauth_hmac {\n" + GOOD + "\n}");

    assertThat(authentication(read).hmac().orElseThrow().windowSeconds()).isEqualTo(5);
  }

  @Test
  void shouldAuthenticateNothingWithoutItsKey() {
    for (String active : List.of("active_key 8", "", "active_key 300")) {
      KeepalivedReader.Read read = block(KEY_7, active);

      assertThat(authentication(read).hmac()).isEmpty();
      assertThat(complaints(read, Rule.AUTH_HMAC))
          .singleElement()
          .asString()
          .contains("active_key is none of the keys");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "key 8 short,                 is not 32 to 64 octets",
    "key 8 hex:xy,                is not 32 to 64 octets",
    "key 8,                       has an id and a value",
    "anti_replay always,          'time or monotonic, not \"always\"'",
    "mode some,                   'enforce or permissive or receive-only, not \"some\"'"
  })
  void shouldComplain(String line, String words) {
    KeepalivedReader.Read read = block(GOOD, line);

    assertThat(authentication(read).hmac()).isPresent();
    assertThat(complaints(read, Rule.AUTH_HMAC)).singleElement().asString().contains(words);
  }

  @Test
  void shouldTakeTheFirstOfTwoKeysOfAnId() {
    assertThat(complaints(block(GOOD, "key 7 " + "z".repeat(32)), Rule.AUTH_HMAC))
        .singleElement()
        .asString()
        .contains("there is a key 7 above");
    assertThat(hmac(GOOD, "key 7 " + "z".repeat(32)).keys().get(7))
        .isEqualTo(Octets.ofHex("6b".repeat(32)));
  }

  @Test
  void shouldSayThatFilesAreNotRead() {
    KeepalivedReader.Read read = block("key 7 file:/etc/keepalived/key", "active_key 7");

    assertThat(authentication(read).hmac()).isPresent();
    assertThat(complaints(read, Rule.NOT_SIMULATED)).hasSize(1);
  }

  @Test
  void shouldTakeThePlaceOfAPassword() {
    String password = "authentication {\nauth_type PASS\nauth_pass abc\n}\n";
    KeepalivedReader.Read read =
        read(KeepalivedVersion.V2_4, password + "auth_hmac {\n" + GOOD + "\n}");

    assertThat(authentication(read).type()).isEqualTo(Authentication.Type.NONE);
    assertThat(complaints(read, Rule.AUTH_HMAC))
        .singleElement()
        .asString()
        .contains("keepalived drops the authentication");
  }

  @Test
  void shouldBeEnforcedInStrictMode() {
    KeepalivedReader.Read read =
        read(
            KeepalivedVersion.V2_4,
            "strict_mode on\nauth_hmac {\nmode permissive\n" + GOOD + "\n}");

    assertThat(authentication(read).hmac().orElseThrow().mode()).isEqualTo(Mode.ENFORCE);
    assertThat(complaints(read, Rule.AUTH_HMAC)).hasSize(1);
  }

  @Test
  void shouldBeUnknownToOlderOnes() {
    KeepalivedReader.Read read = read(KeepalivedVersion.V2_3_3, "auth_hmac {\n" + GOOD + "\n}");

    assertThat(authentication(read).hmac()).isEmpty();
    assertThat(read.accepted()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', false",
    "'mode permissive', '', false",
    "'mode receive-only', 'mode permissive', false",
    "'mode receive-only', 'mode enforce', true",
    "'mode enforce', 'key 8 zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz\nactive_key 8', true"
  })
  void shouldCompareNodes(String here, String there, boolean differ) {
    List<KeepalivedReader.Read> reads = List.of(block(GOOD, here), block(GOOD, there));
    Stream<Finding> advice =
        Advisor.advise(reads.stream().map(KeepalivedReader.Read::config).toList()).stream();

    assertThat(advice.anyMatch(finding -> finding.rule() == Rule.AUTH_DIFFERS)).isEqualTo(differ);
  }

  @Test
  void shouldTellANodeWithoutTrailers() {
    List<KeepalivedReader.Read> reads =
        List.of(block(GOOD), read(KeepalivedVersion.V2_4, "nopreempt"));

    assertThat(Advisor.advise(reads.stream().map(KeepalivedReader.Read::config).toList()))
        .anySatisfy(finding -> assertThat(finding.message()).contains("trailers differ from"));
  }
}
