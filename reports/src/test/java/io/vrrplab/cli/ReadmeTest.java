package io.vrrplab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds README.md to what the program prints.
 *
 * <p>After a change that is meant to show, run {@code mvn test -pl reports -am -Dgolden.bless} and
 * read what {@code git diff} says.
 */
class ReadmeTest {

  private static final Path README = Path.of("..", "README.md");

  /** The first command of the page, and the block with what it prints. */
  private static final Pattern FIRST_COMMAND =
      Pattern.compile("```\n\\./vrrplab ([^\n]*)\n```.*?```text\n(.*?)```", Pattern.DOTALL);

  private static final Pattern COMMAND =
      Pattern.compile("(?:^|`)\\./vrrplab ([^`\n]+)", Pattern.MULTILINE);

  @Test
  void shouldShowWhatTheFirstCommandPrints() throws IOException {
    String readme = Files.readString(README);
    Matcher block = FIRST_COMMAND.matcher(readme);
    assertThat(block.find()).as("a command and a block with its output").isTrue();

    Shell.Answer answer = Shell.typeForReal(block.group(1).split(" "));

    assertThat(answer.exitCode()).isZero();
    if (System.getProperty("golden.bless") != null) {
      String renewed =
          readme.substring(0, block.start(2)) + answer.out() + readme.substring(block.end(2));
      Files.writeString(README, renewed);
    } else {
      assertThat(block.group(2)).isEqualTo(answer.out());
    }
  }

  @Test
  void shouldNameCommandsThatWork() throws IOException {
    Stream<String> commands =
        COMMAND.matcher(Files.readString(README)).results().map(match -> match.group(1)).distinct();

    assertThat(commands)
        .hasSizeGreaterThan(2)
        .allSatisfy(command ->
            assertThat(Shell.typeForReal(command.split(" ")).exitCode()).as(command).isZero());
  }
}
