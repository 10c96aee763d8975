package io.vrrplab.fault;

import static io.vrrplab.World.MILLISECOND;
import static io.vrrplab.World.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults as values: their words, whom they name, and what none may be. */
class FaultTest {

  private static final List<List<String>> SPLIT = List.of(List.of("m1", "c"), List.of("m2"));

  static Stream<Arguments> shouldSayWhatHappens() {
    return Stream.of(
        of(new Fault.Stop("m1"), "stop", "stops gracefully", "m1"),
        of(new Fault.Kill("m1"), "kill", "has its daemon killed", "m1"),
        of(new Fault.Crash("m1"), "crash", "loses power", "m1"),
        of(new Fault.Start("m1"), "start", "starts", "m1"),
        of(new Fault.Restart("m1"), "restart", "restarts gracefully", "m1"),
        of(new Fault.LinkDown("m1", null), "link-down", "loses its link", "m1"),
        of(new Fault.LinkDown("m1", "lan"), "link-down", "loses its link to lan", "m1"),
        of(new Fault.LinkUp("m1", null), "link-up", "gets its link back", "m1"),
        of(new Fault.LinkUp("m1", "lan"), "link-up", "gets its link to lan back", "m1"),
        of(
            new Fault.Partition(SPLIT, null),
            "partition",
            "splits into m1, c | m2",
            "m1",
            "c",
            "m2"),
        of(
            new Fault.Partition(SPLIT, 1_500 * MILLISECOND),
            "partition",
            "splits into m1, c | m2 for 1.5 s",
            "m1",
            "c",
            "m2"),
        of(
            new Fault.Heal(),
            "heal",
            "heals: all links are up and lose nothing more than they did at first"),
        of(
            new Fault.DropAdverts("m1", null, 1, null),
            "drop-adverts",
            "loses the next advert from m1",
            "m1"),
        of(
            new Fault.DropAdverts(null, "m2", 3, null),
            "drop-adverts",
            "loses the next 3 adverts to m2",
            "m2"),
        of(
            new Fault.DropAdverts("m1", "m2", null, 20 * SECOND),
            "drop-adverts",
            "loses adverts from m1 to m2 for 20 s",
            "m1",
            "m2"),
        of(
            new Fault.Impair("m1", null, Fault.Direction.BOTH, 0.2, null),
            "impair",
            "loses 20 % of its frames",
            "m1"),
        of(
            new Fault.Impair("m1", null, Fault.Direction.IN, 0.125, SECOND),
            "impair",
            "loses 12.5 % of its incoming frames for 1 s",
            "m1"),
        of(
            new Fault.Impair("m1", "lan", Fault.Direction.OUT, 1, null),
            "impair",
            "loses 100 % of its outgoing frames",
            "m1"));
  }

  private static Arguments of(Fault fault, String verb, String text, String... machines) {
    return Arguments.of(fault, verb, text, List.of(machines));
  }

  @ParameterizedTest
  @MethodSource
  void shouldSayWhatHappens(Fault fault, String verb, String text, List<String> machines) {
    assertThat(fault.verb()).isEqualTo(verb);
    assertThat(FaultText.of(fault)).isEqualTo(text);
    assertThat(fault.machines()).isEqualTo(machines);
  }

  @Test
  void shouldRefuseToDropAdvertsOfNobodyToNobody() {
    assertThatThrownBy(() -> new Fault.DropAdverts(null, null, 1, null))
        .hasMessageContaining("neither from nor to");
  }

  @Test
  void shouldRefuseToDropAdvertsWithoutExactlyOneBound() {
    assertThatThrownBy(() -> new Fault.DropAdverts("m1", null, null, null))
        .hasMessageContaining("either a count or a time");
    assertThatThrownBy(() -> new Fault.DropAdverts("m1", null, 1, SECOND))
        .hasMessageContaining("either a count or a time");
    assertThatThrownBy(() -> new Fault.DropAdverts("m1", null, 0, null))
        .hasMessageContaining("count");
  }

  @Test
  void shouldRefuseALossThatIsNoProbability() {
    for (double loss : new double[] {-0.01, 1.01, Double.NaN}) {
      assertThatThrownBy(() -> new Fault.Impair("m1", null, Fault.Direction.IN, loss, null))
          .hasMessageContaining("loss is outside 0 to 1");
    }
  }

  @Test
  void shouldRefuseToEndBeforeItBegins() {
    assertThatThrownBy(() -> new Fault.Partition(SPLIT, -1L)).hasMessageContaining("-1 ns");
    assertThatThrownBy(() -> new Fault.DropAdverts("m1", null, null, -1L))
        .hasMessageContaining("-1 ns");
    assertThatThrownBy(() -> new Fault.Impair("m1", null, Fault.Direction.IN, 1, -1L))
        .hasMessageContaining("-1 ns");
  }
}
