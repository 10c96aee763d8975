package io.vrrplab.conformance.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.conformance.ConformanceCase;
import io.vrrplab.conformance.Suite;
import io.vrrplab.conformance.device.Defect;
import java.util.List;
import org.junit.jupiter.api.Test;

class KillMatrixTest {

  private static final KillMatrix MATRIX = KillMatrix.of(Suite.canonical(), Mutants.all());

  @Test
  void shouldKillEveryMutantUnderEachDocumentWhereItIsWrong() {
    assertThat(MATRIX.survivors()).isEmpty();
    assertThat(Mutants.all()).hasSizeGreaterThanOrEqualTo(80);
  }

  @Test
  void shouldHaveACaseForNothing() {
    List<String> all = Suite.canonical().cases().stream().map(ConformanceCase::id).toList();

    assertThat(all).filteredOn(id -> !MATRIX.killers().contains(id)).isEmpty();
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
