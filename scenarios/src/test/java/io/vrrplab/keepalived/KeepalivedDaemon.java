package io.vrrplab.keepalived;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The real keepalived, as a judge of configuration files who has not read our code. */
final class KeepalivedDaemon {

  private static final List<Path> PLACES =
      List.of(Path.of("/usr/sbin/keepalived"), Path.of("/usr/local/sbin/keepalived"));

  /** Which {@code @id} lines count. */
  static final String CONFIG_ID = "node1";

  /** Variables that contain each other keep it busy for ever. */
  private static final int SECONDS = 60;

  private KeepalivedDaemon() {}

  /**
   * What {@code keepalived -t} said.
   *
   * @param accepted whether it would take the file
   * @param complaints what it printed
   */
  record Verdict(boolean accepted, List<String> complaints) {}

  /** Skips the test where there is no keepalived; on the build machine, which has one, it fails. */
  static void require() {
    boolean found = PLACES.stream().anyMatch(Files::isExecutable);
    if ("true".equals(System.getenv("CI"))) {
      assertThat(found).as("keepalived is there, as the environment variable CI asks").isTrue();
    }
    assumeTrue(found, "needs keepalived: apt-get install keepalived");
  }

  /** Asks whether it would take a file. */
  static Verdict judge(Path file, Path folder) throws IOException {
    Path frame = folder.resolve("frame.conf");
    // Independent of the host: interfaces may be missing, and the owner of scripts is there.
    Files.writeString(
        frame,
        """
        global_defs {
            dynamic_interfaces
            script_user root
            enable_script_security
        }
        include %s
        """
            .formatted(file.toAbsolutePath()));
    String program =
        PLACES.stream().filter(Files::isExecutable).findFirst().orElseThrow().toString();
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(program, "-t", "-i", CONFIG_ID, "-f", frame.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    int exitCode = process.onExit().orTimeout(SECONDS, TimeUnit.SECONDS).join().exitValue();
    List<String> complaints = Files.readAllLines(output);
    return new Verdict(exitCode == 0, complaints);
  }

  /** Every file that is judged. */
  static Stream<Path> files() {
    return Stream.of(
            Corpus.configurations(Corpus.FILES),
            Corpus.configurations(Corpus.LIBRARY),
            Corpus.samples())
        .flatMap(List::stream);
  }
}
