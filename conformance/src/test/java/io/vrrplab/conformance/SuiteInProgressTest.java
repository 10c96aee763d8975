package io.vrrplab.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.conformance.device.Rfc;
import io.vrrplab.conformance.device.SimulatedDevice;
import io.vrrplab.conformance.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SuiteInProgressTest {

  private final List<Optional<SuiteRun>> looks = new ArrayList<>();
  private final SuiteInProgress progress =
      new SuiteInProgress(Selection.EVERYTHING.of(Suite.canonical()), this::look);

  /** Looks at the run each time when it takes a device for the next case. */
  private SimulatedDevice look() {
    looks.add(progress().soFar());
    return SimulatedDevice.of(Rfc.RFC9568);
  }

  private SuiteInProgress progress() {
    return progress;
  }

  @Test
  void shouldTellWhatIsFinishedInTheMidstOfARun() {
    SuiteRun whole = progress.run();

    assertThat(looks.getFirst()).isEmpty();
    SuiteRun half = looks.get(100).orElseThrow();
    assertThat(half.results().subList(0, 100)).isEqualTo(whole.results().subList(0, 100));
    assertThat(half.results())
        .hasSameSizeAs(whole.results())
        .element(100)
        .satisfies(next -> {
          assertThat(next.verdict()).isEqualTo(Verdict.NOT_RUN);
          assertThat(next.findings().seen()).isEqualTo("interrupted");
        });
    assertThat(half.claim()).isEqualTo("partial: no word on RFC 9568 as a whole");
    assertThat(whole.claim()).isEqualTo("conformant to RFC 9568");
  }
}
