package io.vrrplab.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vrrplab.track.Tracked.File;
import io.vrrplab.track.Tracked.Processes;
import io.vrrplab.track.Tracked.Script;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrackTest {

  private static final Script SCRIPT = Script.of("chk");

  @ParameterizedTest
  @CsvSource({
    // weight, reverse, condition, fault, points
    "  0, false, unknown, true,    0",
    " 20, false, unknown, false,   0",
    "  0, false, good,    false,   0",
    "  0, false, bad,     true,    0",
    "  0, true,  good,    true,    0",
    "  0, true,  bad,     false,   0",
    " 20, false, good,    false,  20",
    " 20, false, bad,     false,   0",
    " 20, true,  good,    false, -20",
    " 20, true,  bad,     false,   0",
    "-30, false, good,    false,   0",
    "-30, false, bad,     false, -30",
    "-30, true,  good,    false,   0",
    "-30, true,  bad,     false,  30"
  })
  void shouldWeighWhatIsGoodOrBad(
      int weight, boolean reverse, String condition, boolean fault, int points) {
    Condition seen =
        switch (condition) {
          case "unknown" -> new Condition.Unknown();
          case "good" -> new Condition.Known(true);
          default -> new Condition.Known(false);
        };

    assertThat(new Track(SCRIPT, weight, reverse).verdict(seen))
        .isEqualTo(new Verdict(fault, points));
  }

  @ParameterizedTest
  @CsvSource({
    // weight, reverse, value, fault, points
    "  0, false,    0, false,    0",
    "  0, false,    5, true,     0",
    "  0, true,     0, true,     0",
    "  1, false,   10, false,   10",
    "  2, false,  -10, false,  -20",
    "  2, true,   -10, false,   20",
    "  1, false, -253, false, -253",
    "  1, false, -254, true,     0",
    "254, false, 9999, false,  254"
  })
  void shouldMultiplyTheNumberInAFile(
      int weight, boolean reverse, int value, boolean fault, int points) {
    assertThat(new Track(new File("load", 0), weight, reverse).verdict(new Condition.Level(value)))
        .isEqualTo(new Verdict(fault, points));
  }

  @ParameterizedTest
  @CsvSource({"100, -30, 70", "100, -120, 1", "200, 80, 254", "255, -30, 255", "1, 5, 6"})
  void shouldNeverMakeAnOwnerOrAResignationOfAPriority(int base, int points, int expected) {
    assertThat(Verdict.priority(base, List.of(new Verdict(false, points)))).isEqualTo(expected);
  }

  /** Results as o and x, and what is known after each: ? good G bad B. */
  @ParameterizedTest
  @CsvSource({
    "1, 1, oxox,     GBGB",
    "1, 2, oxxox,    GGBGG",
    "1, 2, x,        B",
    "3, 2, o,        G",
    "3, 2, oxx,      GGB",
    "3, 2, oxxooo,   GGBBBG",
    "3, 2, oxxooxoo, GGBBBBBB",
    "2, 3, oxoxxx,   GGGGGB"
  })
  void shouldNeedOneResultAtFirstAndAsManyAsConfiguredLater(
      int rise, int fall, String results, String expected) {
    Script script = new Script("chk", 1, 1, rise, fall);
    ScriptHealth health = ScriptHealth.before(script);
    StringBuilder seen = new StringBuilder();

    assertThat(health.condition(script)).isEqualTo(new Condition.Unknown());
    for (int i = 0; i < results.length(); i++) {
      health = health.after(script, results.charAt(i) == 'o');
      seen.append(health.condition(script).equals(new Condition.Known(true)) ? 'G' : 'B');
    }

    assertThat(seen).hasToString(expected);
  }

  @Test
  void shouldCountProcessesBetweenTheQuorums() {
    Processes two = new Processes("haproxy", 2, 3, 0, 0);

    assertThat(List.of(0, 1, 2, 3, 4).stream().map(two::suffices).collect(Collectors.toList()))
        .containsExactly(false, false, true, true, false);
  }

  @Test
  void shouldRefuseWhatMakesNoSense() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Script("a", 0, 1, 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Script("a", 1, 1, 0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Processes("a", 2, 1, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Processes("a", 1, 1, -1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Track(SCRIPT, 255, false));
  }
}
