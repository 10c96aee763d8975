package io.vrrplab.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {

  @Test
  void shouldForgiveLettersMissingAddedWrongOrSwapped() {
    List<String> keys = List.of("priority", "preempt", "interval", "version");

    assertThat(Nearest.to("prioirty", keys)).contains("priority");
    assertThat(Nearest.to("prempt", keys)).contains("preempt");
    assertThat(Nearest.to("intervall", keys)).contains("interval");
    assertThat(Nearest.to("VERSION", keys)).contains("version");
  }

  @Test
  void shouldSayNothingWhereNothingIsNear() {
    assertThat(Nearest.to("bandwidth", List.of("priority", "preempt"))).isEmpty();
    assertThat(Nearest.to("x", List.of("a", "b"))).isEmpty();
    assertThat(Nearest.to("", List.of("a"))).isEmpty();
    assertThat(Nearest.to("anything", List.of())).isEmpty();
  }

  @Test
  void shouldTakeTheNearestAndOfEqualsTheFirst() {
    assertThat(Nearest.to("m4", List.of("m1", "m2"))).contains("m1");
    assertThat(Nearest.to("subnet5", List.of("subset", "subnet6", "subnet"))).contains("subnet6");
  }
}
