package io.vrrplab.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.conformance.Coverage.Bin;
import io.vrrplab.conformance.Requirement.Sight;
import org.junit.jupiter.api.Test;

class CoverageTest {

  private static final Coverage COVERAGE = Coverage.of(Suite.canonical());

  @Test
  void shouldTestWhatShowsOnTheWireBothWaysOrSayWhyNot() {
    assertThat(COVERAGE.rows())
        .filteredOn(row -> row.bin() == Bin.OPEN)
        .extracting(row -> row.requirement().id())
        .isEmpty();
  }

  @Test
  void shouldExcuseNothingThatIsTested() {
    assertThat(COVERAGE.rows())
        .filteredOn(row -> !row.excuse().isEmpty())
        .allSatisfy(row ->
            assertThat(row.bin()).as(row.requirement().id()).isIn(Bin.ONE_EXCUSED, Bin.EXCUSED));
  }

  @Test
  void shouldExcuseOnlyWhatTheRegisterHas() {
    assertThat(Requirements.ids()).containsAll(Excuses.ids());
  }

  @Test
  void shouldPutEachOfTheRequirementsIntoOneBin() {
    assertThat(COVERAGE.rows()).hasSize(272);
    assertThat(COVERAGE.bins().values().stream().mapToLong(Long::longValue).sum()).isEqualTo(272);
  }

  @Test
  void shouldKnowWhatShowsOnTheWire() {
    assertThat(Requirements.all())
        .filteredOn(requirement -> requirement.sight() == Sight.WIRE)
        .hasSize(229);
  }
}
