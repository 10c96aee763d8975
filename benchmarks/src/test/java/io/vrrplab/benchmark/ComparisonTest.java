package io.vrrplab.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vrrplab.scenario.ScenarioRunner;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Medians of interleaved rounds, and how many times a peer's ours is. */
class ComparisonTest {

  @Test
  void shouldSetOurMedianAgainstEachPeers() {
    assertThat(
            Comparison.of(
                List.of(
                    "failover,vrrplab,900",
                    "failover,ns-3,100",
                    "failover,vrrplab,1100",
                    "failover,ns-3,300",
                    "failover,vrrplab,5000",
                    "hold,C++,12")))
        .isEqualTo(
            """
            | model | tool | rounds | median a second | least to most | ours is |
            | --- | --- | ---: | ---: | ---: | ---: |
            | failover | vrrplab | 3 | 1 100 | 900.0 to 5 000 |  |
            | failover | ns-3 | 2 | 200.0 | 100.0 to 300.0 | 5.500 times |
            | hold | C++ | 1 | 12.00 | 12.00 to 12.00 |  |
            """);
  }

  @Test
  void shouldPutTheWholeModelOnOurSideToo() {
    Story story = OurSide.story(3, 2, 1000);

    assertThat(ScenarioRunner.measure(story.scenario()).failovers())
        .hasSize(2)
        .allMatch(failover -> failover.cause().equals("crash"));
    assertThat(story.every()).isEqualTo("1000ms");
  }

  @ParameterizedTest
  @ValueSource(strings = {"failover,vrrplab", "failover,vrrplab,", "failover,ns-3,fast"})
  void shouldRefuseALineThatIsNoMeasurement(String line) {
    assertThatThrownBy(() -> Comparison.of(List.of(line)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
