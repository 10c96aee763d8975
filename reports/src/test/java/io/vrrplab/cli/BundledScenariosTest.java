package io.vrrplab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.scenario.ScenarioLibrary;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What the program ships teaches what it says, whatever is drawn. */
class BundledScenariosTest {

  static List<String> names() {
    return ScenarioLibrary.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void shouldHoldAllThatItExpects(String name) {
    Shell.Answer answer = Shell.typeForReal("run", name);

    assertThat(answer.out()).contains("\nPASS  ").doesNotContain("✗");
    assertThat(answer.err().lines()).allMatch(BundledScenariosTest::isAdvice);
    assertThat(answer.exitCode()).isZero();
  }

  /** What keepalived would complain about in a tutorial's own configuration. */
  private static boolean isAdvice(String line) {
    return line.matches("[\\w-]+/[\\w-]+\\.conf:\\d+:\\d+: warning: .* \\[KA-[A-Z-]+]");
  }

  @ParameterizedTest
  @MethodSource("names")
  void shouldHoldItWithAnotherSeedToo(String name) {
    Shell.Answer answer = Shell.typeForReal("run", name, "--seed", "4711", "--json", "-");

    JsonNode result = new ObjectMapper().readTree(answer.out());
    assertThat(result.path("seed").asLong()).isEqualTo(4711);
    assertThat(result.path("verdict").asString()).isEqualTo("pass");
    assertThat(result.path("expectations").valueStream())
        .isNotEmpty()
        .allMatch(expectation -> expectation.path("held").asBoolean());
    assertThat(answer.err().lines()).allMatch(BundledScenariosTest::isAdvice);
    assertThat(answer.exitCode()).isZero();
  }

  @ParameterizedTest
  @MethodSource("names")
  void shouldCheckWithoutAComplaint(String name) {
    Shell.Answer answer = Shell.typeForReal("check", name);

    List<String> lines = answer.out().lines().toList();
    assertThat(lines.getLast())
        .matches("1 scenario can run, 0 errors, %d warnings?".formatted(lines.size() - 1));
    assertThat(lines.subList(0, lines.size() - 1)).allMatch(BundledScenariosTest::isAdvice);
    assertThat(answer.exitCode()).isZero();
  }
}
