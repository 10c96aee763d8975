package io.vrrplab.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
            |---|---|---|---|---|---|
            | failover | vrrplab | 3 | 1100 | 900 to 5000 |  |
            | failover | ns-3 | 2 | 200 | 100 to 300 | 5.5 times |
            | hold | C++ | 1 | 12 | 12 to 12 |  |
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"failover,vrrplab", "failover,vrrplab,", "failover,ns-3,fast"})
  void shouldRefuseALineThatIsNoMeasurement(String line) {
    assertThatThrownBy(() -> Comparison.of(List.of(line)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
