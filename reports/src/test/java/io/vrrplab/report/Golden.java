package io.vrrplab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares text with a file that a person has read and approved.
 *
 * <p>After a change that is meant to show, run {@code mvn test -pl reports -am -Dgolden.bless} and
 * read what {@code git diff} says.
 */
public final class Golden {

  private static final Path FOLDER = Path.of("src/test/resources/golden");

  private Golden() {}

  /** Asserts that the text is that of the file; under {@code -Dgolden.bless}, writes the file. */
  public static void assertMatches(String file, String text) {
    Path path = FOLDER.resolve(file);
    try {
      if (System.getProperty("golden.bless") != null) {
        Files.createDirectories(FOLDER);
        Files.writeString(path, text);
      }
      assertThat(text).isEqualTo(Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
