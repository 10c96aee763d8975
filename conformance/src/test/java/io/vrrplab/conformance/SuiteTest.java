package io.vrrplab.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vrrplab.conformance.device.Rfc;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuiteTest {

  private static final List<ConformanceCase> CASES = Suite.canonical().cases();

  @Test
  void shouldRunWhatListensToAdvertsInBothStates() {
    assertThat(CASES)
        .extracting(ConformanceCase::id)
        .contains("rx-ttl-254/backup", "rx-ttl-254/master")
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void shouldTestARequirementOfEachDocumentThatACaseAppliesTo() {
    for (ConformanceCase each : CASES) {
      for (Rfc rfc : each.rfcs()) {
        assertThat(each.requirements(rfc)).as(each.id() + " under " + rfc.title()).isNotEmpty();
      }
    }
  }

  @Test
  void shouldCrossWhatIsRefusedWithStatesAndFormats() {
    assertThat(CASES).hasSizeGreaterThanOrEqualTo(150);
    for (String check : List.of("rx-ttl-254", "rx-checksum-wrong", "rx-short-list", "rx-type-2")) {
      assertThat(CASES)
          .extracting(ConformanceCase::id)
          .contains(
              check + "/backup", check + "/master", check + "/ipv6/backup", check + "/ipv6/master");
    }
  }

  @Test
  void shouldNameWhatItDoesNotKnow() {
    assertThatThrownBy(() -> Suite.canonical().named("rx-ttl")).hasMessage("no case rx-ttl");
    assertThatThrownBy(() -> Requirements.of("VRRP-NONE")).hasMessage("no requirement VRRP-NONE");
  }
}
