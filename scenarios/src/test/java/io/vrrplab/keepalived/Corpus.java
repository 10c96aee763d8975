package io.vrrplab.keepalived;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The configuration files that tests read: own ones, those of the bundled scenarios, and those that
 * keepalived's package brings.
 */
final class Corpus {

  private static final Path RESOURCES = Path.of("src/test/resources/io/vrrplab/keepalived");

  static final Path FILES = RESOURCES.resolve("corpus");
  static final Path LIBRARY = Path.of("library");
  static final Path CLUSTERS = RESOURCES.resolve("clusters");
  static final Path LINES = RESOURCES.resolve("instance-lines.txt");

  private static final List<Path> SAMPLES =
      List.of(Path.of("/usr/share/doc/keepalived/samples"), Path.of("/etc/keepalived"));

  private Corpus() {}

  /** All files whose names end so, by path; parts are read through those that include them. */
  static List<Path> configurations(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".conf"))
          .filter(file -> !file.toString().contains("/parts/"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The samples of the package that is installed here; none without it. */
  static List<Path> samples() {
    return SAMPLES.stream().filter(Files::isDirectory).flatMap(Corpus::samplesIn).toList();
  }

  private static Stream<Path> samplesIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("keepalived.conf"))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Statements to be tried in an instance, one or several lines each. */
  static List<String> statements() {
    try {
      return List.of(Files.readString(LINES).strip().split("\n\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
