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

  static List<Bundled> shouldReadWithoutAnyProblem() {
    return ScenarioLibrary.all();
  }

  @ParameterizedTest
  @MethodSource
  void shouldReadWithoutAnyProblem(Bundled bundled) {
    ReadResult result = new ScenarioReader().read(bundled.file(), bundled.content());

    assertThat(result.problems()).isEmpty();
    Scenario scenario = ((ReadResult.Read) result).scenario();
    assertThat(scenario.title()).isEqualTo(bundled.title());
    assertThat(scenario.about()).isNotBlank();
    assertThat(scenario.expectations()).isNotEmpty();
    assertThat(scenario.file()).isEqualTo("scenario.yaml");
  }

  static List<Bundled> shouldComeOutAsExpectedAndTheSameEachTime() {
    return ScenarioLibrary.all();
  }

  @ParameterizedTest
  @MethodSource
  void shouldComeOutAsExpectedAndTheSameEachTime(Bundled bundled) {
    ReadResult read = new ScenarioReader().read(bundled.file(), bundled.content());
    Scenario scenario = ((ReadResult.Read) read).scenario();

    RunResult result = ScenarioRunner.run(scenario);

    assertThat(result.expectations()).allMatch(RunResult.Judgement::held);
    assertThat(ScenarioRunner.run(scenario)).isEqualTo(result);
  }

  @Test
  void shouldListEveryFolderOfTheLibrary() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("library"))) {
      List<String> names =
          folders.filter(Files::isDirectory).map(f -> f.getFileName().toString()).toList();
      assertThat(ScenarioLibrary.names()).containsExactlyInAnyOrderElementsOf(names);
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
