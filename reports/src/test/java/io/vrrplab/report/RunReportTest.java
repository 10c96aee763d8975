package io.vrrplab.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.scenario.RunResult;
import org.junit.jupiter.api.Test;

class RunReportTest {

  private static final String REPLAY = "./vrrplab run lxd-cluster --seed 42";
  private static final String ESCAPE = "\u001b";

  @Test
  void shouldTellWhatKeepalivedWouldHaveLogged() {
    String report =
        RunReport.full(DrillRuns.edge(), "edge.yaml", REPLAY, LogStyle.KEEPALIVED, Ink.PLAIN);

    assertThat(report)
        .contains(
            """

            Log of keepalived
              0.500000  東京-edge-1  (VI_1) Entering MASTER STATE
              1.900000  a            (VI_1) sent 0 priority\ufffd[31m

            Failovers
            """);
    assertThat(full(DrillRuns.edge(), Ink.PLAIN)).doesNotContain("Log of keepalived");
  }

  @Test
  void shouldTellTheWholeStory() {
    Golden.assertMatches("cluster.txt", full(SampleRuns.cluster(42), Ink.PLAIN));
  }

  @Test
  void shouldSayWhatFailedAndHowToSeeItAgain() {
    Golden.assertMatches("failed.txt", full(SampleRuns.failed(42), Ink.PLAIN));
  }

  @Test
  void shouldStayInLineWithLongAndHostileNames() {
    Golden.assertMatches("edge.txt", full(DrillRuns.edge(), Ink.PLAIN));
  }

  @Test
  void shouldFitAHundredColumns() {
    assertThat(full(SampleRuns.cluster(42), Ink.PLAIN).lines())
        .allSatisfy(line -> assertThat(TextWidth.of(line)).isLessThanOrEqualTo(100));
  }

  @Test
  void shouldLeaveOutSectionsWithNothingToSay() {
    assertThat(
            RunReport.full(DrillRuns.empty(), "nothing.yaml", "replay", LogStyle.STORY, Ink.PLAIN))
        .isEqualTo(
            """
            Nothing
            nothing.yaml · seed 1 · 0 s simulated

            PASS  nothing was expected · replay: replay
            """);
  }

  @Test
  void shouldColourOnlyWhereAsked() {
    RunResult run = SampleRuns.failed(42);

    assertThat(full(run, Ink.PLAIN)).doesNotContain(ESCAPE);
    assertThat(full(run, Ink.COLOUR)).contains(ESCAPE + "[1;31mFAIL" + ESCAPE + "[0m");
  }

  @Test
  void shouldSayTheSameWithAndWithoutColour() {
    RunResult run = SampleRuns.cluster(42);

    assertThat(full(run, Ink.COLOUR).replaceAll(ESCAPE + "\\[[0-9;]*m", ""))
        .isEqualTo(full(run, Ink.PLAIN));
  }

  @Test
  void shouldKeepControlCharactersOfAFileAwayFromTheTerminal() {
    assertThat(full(DrillRuns.edge(), Ink.PLAIN))
        .doesNotContain(ESCAPE, "\r", "\u202e")
        .doesNotContain("\nPASS  forged");
  }

  @Test
  void shouldPutTheVerdictOnOneLineAndReplayOnlyFailures() {
    assertThat(RunReport.verdict(SampleRuns.cluster(42), "lxd-cluster", REPLAY, Ink.PLAIN))
        .isEqualTo("PASS  4 of 4 expectations held · lxd-cluster\n");
    assertThat(RunReport.verdict(SampleRuns.failed(42), "lxd-cluster", REPLAY, Ink.PLAIN))
        .isEqualTo("FAIL  1 of 3 expectations held · lxd-cluster · replay: " + REPLAY + "\n");
  }

  private static String full(RunResult result, Ink ink) {
    return RunReport.full(result, "lxd-cluster", REPLAY, LogStyle.STORY, ink);
  }
}
