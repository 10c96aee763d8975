package io.vrrplab.keepalived;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
  static final Path BLOCK_LINES = RESOURCES.resolve("block-lines.txt");

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

  /** Each keyword with a value that keepalived takes and one that it refuses, block by block. */
  static List<BlockLine> blockLines() {
    List<BlockLine> lines = new ArrayList<>();
    String block = "";
    try {
      for (String line : Files.readAllLines(BLOCK_LINES)) {
        if (line.startsWith("[")) {
          block = line.substring(1, line.length() - 1);
        } else if (!line.isEmpty()) {
          lines.add(new BlockLine(block, line));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }

  /** A statement, and the block that it is to be tried in. */
  record BlockLine(String block, String statement) {

    /** A file that has nothing else to be refused for. */
    String file() {
      return switch (block) {
        case "top" -> statement + "\n" + INSTANCE.formatted("VI_1", 7, "");
        case "vrrp_instance" -> INSTANCE.formatted("VI_1", 7, statement);
        case "authentication" ->
            INSTANCE.formatted(
                "VI_1",
                7,
                "authentication {\nauth_type PASS\nauth_pass 1234\n" + statement + "\n}");
        case "vrrp_sync_group" ->
            INSTANCE.formatted("VI_1", 7, "")
                + INSTANCE.formatted("VI_2", 8, "")
                + "vrrp_sync_group G {\ngroup {\nVI_1\nVI_2\n}\n"
                + statement
                + "\n}\n";
        case "vrrp_script" -> tracked("track_script", "script /bin/true");
        case "track_file", "vrrp_track_file" -> tracked("track_file", "file /tmp/number");
        case "vrrp_track_process" -> tracked("track_process", "process sshd");
        case "bfd_instance" -> tracked("track_bfd", "neighbor_ip 192.0.2.9");
        case "garp_group" ->
            "garp_group {\ngarp_interval 0.01\ninterface eth0\n"
                + statement
                + "\n}\n"
                + INSTANCE.formatted("VI_1", 7, "");
        default ->
            "%s %s {\n%s\n}\n".formatted(block, block.startsWith("track") ? "x" : "", statement)
                + INSTANCE.formatted("VI_1", 7, "");
      };
    }

    private String tracked(String tracker, String definition) {
      String needed =
          statement.startsWith(definition.substring(0, definition.indexOf(' '))) ? "" : definition;
      return "%s x {\n%s\n%s\n}\n".formatted(block, needed, statement)
          + INSTANCE.formatted("VI_1", 7, tracker + " {\nx\n}");
    }
  }

  private static final String INSTANCE =
      """
      vrrp_instance %s {
      interface eth0
      virtual_router_id %d
      priority 100
      %s
      virtual_ipaddress {
      192.0.2.1
      }
      }
      """;

  /** Statements to be tried in an instance, one or several lines each. */
  static List<String> statements() {
    try {
      return List.of(Files.readString(LINES).strip().split("\n\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
