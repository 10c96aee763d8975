package io.vrrplab.scenario.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.scenario.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each {@code broken/NAME.yaml} gives exactly the lines of {@code broken/NAME.expected}. To accept
 * new wording, correct the expected file by hand: it is what people will read.
 */
class BrokenFilesTest {

  static Stream<String> shouldSayWhatIsWrongWhereAndWhatIsAllowed() throws IOException {
    Path folder = Path.of("src/test/resources/broken");
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .map(name -> name.substring(0, name.length() - ".yaml".length()))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource
  void shouldSayWhatIsWrongWhereAndWhatIsAllowed(String name) throws IOException {
    ReadResult result = new ScenarioReader().read(name + ".yaml", resource(name + ".yaml"));

    String lines =
        result.problems().stream().map(Problem::toString).collect(Collectors.joining("\n"));
    String expected = new String(resource(name + ".expected"), StandardCharsets.UTF_8).strip();
    assertThat(lines).isEqualTo(expected);
    assertThat(result).isInstanceOf(ReadResult.Refused.class);
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = BrokenFilesTest.class.getResourceAsStream("/broken/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }
}
