package io.vrrplab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.scenario.ScenarioLibrary.Bundled;
import io.vrrplab.scenario.read.ReadResult;
import io.vrrplab.scenario.read.ScenarioReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioLibraryTest {

  private static ReadResult read(Bundled bundled) {
    return new ScenarioReader().read(bundled.file(), bundled.content(), bundled.companions());
  }

  static List<Bundled> shouldReadWithoutAnyError() {
    return ScenarioLibrary.all();
  }

  @ParameterizedTest
  @MethodSource
  void shouldReadWithoutAnyError(Bundled bundled) {
    ReadResult result = read(bundled);

    // what a tutorial's own configuration says is not ours to mend: keepalived has advice on it
    assertThat(result.problems()).allMatch(problem -> problem.file().endsWith(".conf"));
    Scenario scenario = ((ReadResult.Read) result).scenario();
    assertThat(scenario.title()).isEqualTo(bundled.title());
    assertThat(scenario.about()).isNotBlank();
    assertThat(scenario.expectations()).isNotEmpty();
    assertThat(bundled.file()).endsWith("/" + scenario.file());
  }

  static List<Bundled> shouldComeOutAsExpectedAndTheSameEachTime() {
    return ScenarioLibrary.all();
  }

  @ParameterizedTest
  @MethodSource
  void shouldComeOutAsExpectedAndTheSameEachTime(Bundled bundled) {
    Scenario scenario = ((ReadResult.Read) read(bundled)).scenario();

    RunResult result = ScenarioRunner.run(scenario);

    assertThat(result.expectations()).allMatch(RunResult.Judgement::held);
    assertThat(ScenarioRunner.run(scenario)).isEqualTo(result);
  }

  @Test
  void shouldListEveryScenarioOfTheLibrary() throws IOException {
    Path library = Path.of("library");
    try (Stream<Path> files = Files.walk(library)) {
      List<String> scenarios =
          files
              .filter(file -> file.toString().endsWith(".yaml"))
              .map(file -> library.relativize(file).toString())
              .toList();
      assertThat(ScenarioLibrary.all())
          .extracting(Bundled::file)
          .containsExactlyInAnyOrderElementsOf(scenarios);
    }
  }

  @Test
  void shouldBeginWithTheOneANewcomerRunsFirst() {
    assertThat(ScenarioLibrary.names()).first().isEqualTo("lxd-cluster");
  }

  @Test
  void shouldFindByExactNameAndSuggestTheNearest() {
    assertThat(ScenarioLibrary.find("link-loss")).isPresent();
    assertThat(ScenarioLibrary.find("link-los")).isEmpty();
    assertThat(ScenarioLibrary.nearest("link-los")).contains("link-loss");
    assertThat(ScenarioLibrary.nearest("lxdcluster")).contains("lxd-cluster");
    assertThat(ScenarioLibrary.nearest("scenario.yaml")).isEmpty();
  }
}
