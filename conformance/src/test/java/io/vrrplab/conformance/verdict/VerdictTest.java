package io.vrrplab.conformance.verdict;

import static io.vrrplab.conformance.verdict.Verdict.ERROR;
import static io.vrrplab.conformance.verdict.Verdict.FAIL;
import static io.vrrplab.conformance.verdict.Verdict.INCONCLUSIVE;
import static io.vrrplab.conformance.verdict.Verdict.INFO;
import static io.vrrplab.conformance.verdict.Verdict.NON_STRICT;
import static io.vrrplab.conformance.verdict.Verdict.NOT_APPLICABLE;
import static io.vrrplab.conformance.verdict.Verdict.NOT_RUN;
import static io.vrrplab.conformance.verdict.Verdict.PASS;
import static io.vrrplab.conformance.verdict.Verdict.SKIPPED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VerdictTest {

  private static final List<Verdict> FROM_GOOD_TO_BAD =
      List.of(INFO, PASS, NON_STRICT, INCONCLUSIVE, FAIL, ERROR);

  @Test
  void shouldKeepTheWorseOfTwoWithinACase() {
    for (int good = 0; good < FROM_GOOD_TO_BAD.size(); good++) {
      for (int bad = good; bad < FROM_GOOD_TO_BAD.size(); bad++) {
        Verdict better = FROM_GOOD_TO_BAD.get(good);
        Verdict worse = FROM_GOOD_TO_BAD.get(bad);
        assertThat(better.orWorse(worse)).isEqualTo(worse);
        assertThat(worse.orWorse(better)).isEqualTo(worse);
      }
    }
  }

  @Test
  void shouldNotCompareWhatWasNotRun() {
    assertThat(Stream.of(Verdict.values()).filter(each -> !each.wasRun()))
        .containsExactly(NOT_APPLICABLE, SKIPPED, NOT_RUN);
    assertThatThrownBy(() -> PASS.orWorse(SKIPPED)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldLetAFailureOutrankAnErrorInARun() {
    RunVerdict run = RunVerdict.of(List.of(PASS, ERROR, FAIL, INCONCLUSIVE));

    assertThat(run.overall()).isEqualTo(FAIL);
    assertThat(run.exitCode(false)).isEqualTo(1);
  }

  @Test
  void shouldExitByWhatDecides() {
    assertThat(RunVerdict.of(List.of(PASS, NOT_APPLICABLE)).exitCode(false)).isZero();
    assertThat(RunVerdict.of(List.of(PASS, ERROR, INCONCLUSIVE)).exitCode(false)).isEqualTo(4);
    assertThat(RunVerdict.of(List.of(PASS, INCONCLUSIVE)).exitCode(false)).isEqualTo(3);
    assertThat(RunVerdict.of(List.of(SKIPPED, NOT_APPLICABLE)).exitCode(false)).isEqualTo(2);
    assertThat(RunVerdict.of(List.of()).exitCode(false)).isEqualTo(2);
  }

  @Test
  void shouldTakeAdviceForACommandOnlyIfAskedTo() {
    RunVerdict run = RunVerdict.of(List.of(PASS, NON_STRICT));

    assertThat(run.exitCode(false)).isZero();
    assertThat(run.exitCode(true)).isEqualTo(1);
  }
}
