package io.vrrplab.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A text with a row a line and its parts between bars; # begins a remark. */
final class RegisterFile {

  private RegisterFile() {}

  /**
   * Reads the rows of one beside this class.
   *
   * @param parts how many each row has
   */
  static List<List<String>> rows(String name, int parts) {
    return lines(name).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> row(name, parts, line))
        .toList();
  }

  private static List<String> row(String name, int parts, String line) {
    List<String> row = List.of(line.split(" \\| ", -1));
    if (row.size() != parts) {
      throw new IllegalStateException("not a line of " + name + ": " + line);
    }
    return row;
  }

  private static List<String> lines(String name) {
    try (InputStream file = RegisterFile.class.getResourceAsStream(name)) {
      byte[] octets = Objects.requireNonNull(file, name + " is missing").readAllBytes();
      return new String(octets, StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
