package io.vrrplab.conformance.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.conformance.Breaches;
import io.vrrplab.conformance.Requirement;
import io.vrrplab.conformance.Suite;
import io.vrrplab.conformance.device.Defect;
import io.vrrplab.conformance.device.Rfc;
import io.vrrplab.conformance.mutant.KillMatrix.Claim;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KillMatrixTest {

  private static final KillMatrix MATRIX = KillMatrix.of(Suite.canonical(), Mutants.all());

  @Test
  void shouldKillEveryMutantUnderEachDocumentWhereItIsWrong() {
    assertThat(MATRIX.survivors()).isEmpty();
    assertThat(Mutants.all()).hasSizeGreaterThanOrEqualTo(80);
  }

  @ParameterizedTest
  @EnumSource
  void shouldHaveNoIdleCase(Rfc rfc) {
    assertThat(MATRIX.idle(rfc)).isEmpty();
  }

  @Test
  void shouldProveByAMutantWhatEachCaseSaysThatItTests() {
    assertThat(MATRIX.unproven(Mutants.all())).isEmpty();
  }

  @Test
  void shouldSayOfEachMutantWhatItBreaksAndHaveACaseThatNamesIt() {
    assertThat(Breaches.mutants())
        .containsExactlyInAnyOrderElementsOf(Mutants.all().stream().map(Mutant::id).toList());
    for (Mutant mutant : Mutants.all()) {
      assertThat(MATRIX.proven(mutant).stream().map(Claim::requirement).distinct())
          .as(mutant.id())
          .containsExactlyInAnyOrderElementsOf(
              mutant.breaks().stream().map(Requirement::id).toList());
    }
  }

  @Test
  void shouldSpareTheReference() {
    Mutant none = Mutant.everywhere("none", "does nothing wrong", Defect.NONE);

    KillMatrix reference = KillMatrix.of(Suite.canonical(), List.of(none));

    assertThat(reference.survivors()).hasSize(none.rfcs().size());
  }

  @Test
  void shouldCallNoTwoMutantsTheSame() {
    assertThat(Mutants.all()).extracting(Mutant::id).doesNotHaveDuplicates();
  }
}
