package io.vrrplab.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.conformance.Coverage.Bin;
import io.vrrplab.conformance.Requirement.Sight;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
  void shouldShowTheTwoWaysByTwoCases() {
    for (Coverage.Row row : COVERAGE.rows()) {
      assertThat(stems(row.refusedBy()))
          .as(row.requirement().id())
          .noneMatch(stems(row.obeyedBy())::contains);
    }
  }

  /** The ids without the ways in which cases are run. */
  private static List<String> stems(List<String> ids) {
    return ids.stream().map(id -> id.split("/", -1)[0]).distinct().toList();
  }

  @Test
  void shouldExcuseEachRequirementByAReasonOfItsOwn() {
    Map<String, List<String>> idsByReason = new TreeMap<>();
    for (Coverage.Row row : COVERAGE.rows()) {
      if (!row.excuse().isEmpty()) {
        idsByReason
            .computeIfAbsent(row.excuse(), _ -> new ArrayList<>())
            .add(row.requirement().id());
      }
    }
    assertThat(idsByReason).allSatisfy((_, ids) -> assertThat(ids).hasSizeLessThanOrEqualTo(3));
  }

  @Test
  void shouldTestMostRequirementsBothWays() {
    assertThat(COVERAGE.bins().get(Bin.BOTH)).isGreaterThanOrEqualTo(200);
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
