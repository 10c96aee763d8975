package io.vrrplab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Holds the page of the conformance suite to what the program prints.
 *
 * <p>After a change that is meant to show, run {@code mvn test -pl reports -am -Dgolden.bless} and
 * read what {@code git diff} says.
 */
class ConformanceReadmeTest {

  private static final Path PAGE = Path.of("..", "conformance", "README.md");

  /** A command, and right behind it the block with what it prints. */
  private static final Pattern SHOWN =
      Pattern.compile("```\n\\./vrrplab ([^\n]*)\n```\n\n```text\n(.*?)```", Pattern.DOTALL);

  @Test
  void shouldShowWhatItsCommandsPrint() throws IOException {
    String page = Files.readString(PAGE);
    List<MatchResult> shown = SHOWN.matcher(page).results().toList();
    assertThat(shown).hasSize(3);

    if (System.getProperty("golden.bless") != null) {
      Files.writeString(
          PAGE,
          SHOWN
              .matcher(page)
              .replaceAll(it ->
                  Matcher.quoteReplacement(
                      "```\n./vrrplab %s\n```\n\n```text\n%s```"
                          .formatted(it.group(1), printed(it.group(1))))));
    } else {
      assertThat(shown).allSatisfy(it -> assertThat(it.group(2)).isEqualTo(printed(it.group(1))));
    }
  }

  private static String printed(String command) {
    return Shell.typeForReal(command.split(" ")).out();
  }
}
