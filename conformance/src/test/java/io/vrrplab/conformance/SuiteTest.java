package io.vrrplab.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vrrplab.conformance.device.Rfc;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
  void shouldHaveACaseForEachRequirementOfTheRegister() {
    Set<String> cited = new LinkedHashSet<>();
    for (ConformanceCase each : CASES) {
      each.rfcs().forEach(rfc -> each.requirements(rfc).forEach(r -> cited.add(r.id())));
    }

    assertThat(Requirements.all()).extracting(Requirement::id).allMatch(cited::contains);
  }

  @Test
  void shouldNameWhatItDoesNotKnow() {
    assertThatThrownBy(() -> Suite.canonical().named("rx-ttl")).hasMessage("no case rx-ttl");
    assertThatThrownBy(() -> Requirements.of("VRRP-NONE")).hasMessage("no requirement VRRP-NONE");
  }
}
