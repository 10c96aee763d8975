package io.vrrplab.keepalived;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The keepalived of this machine, as a judge of configurations who has not read our code. */
final class RealKeepalived {

  static final String CONFIG_ID = "m1";

  /**
   * Makes the verdict independent of the machine: interfaces may be missing, and whether a script
   * is there, and who may write to it, does not matter.
   */
  private static final String PREAMBLE =
      """
      global_defs {
          dynamic_interfaces
          script_user root
          enable_script_security
      }
      include %s
      """;

  private RealKeepalived() {}

  /**
   * What {@code keepalived -t} says.
   *
   * @param accepted whether it ends with 0
   * @param complaints what it logs
   */
  record Verdict(boolean accepted, String complaints) {}

  /** Skips the test where there is no keepalived; on the build machine, which has one, it fails. */
  static void require() {
    boolean found =
        Stream.of(
                (System.getenv().getOrDefault("PATH", "") + ":/usr/sbin").split(File.pathSeparator))
            .anyMatch(folder -> Path.of(folder, "keepalived").toFile().canExecute());
    if ("true".equals(System.getenv("CI"))) {
      assertThat(found).as("keepalived is installed, as the environment variable CI asks").isTrue();
    }
    assumeTrue(found, "needs keepalived: apt-get install keepalived");
  }

  static Verdict test(Path file, Path folder) throws IOException {
    Path wrapper = folder.resolve("wrapper.conf");
    Files.writeString(wrapper, PREAMBLE.formatted(file.toAbsolutePath()));
    ProcessBuilder builder =
        new ProcessBuilder("keepalived", "-t", "-i", CONFIG_ID, "-f", wrapper.toString());
    builder.environment().merge("PATH", "/usr/sbin", (path, sbin) -> path + ":" + sbin);
    Process process = builder.redirectErrorStream(true).start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    return new Verdict(process.onExit().join().exitValue() == 0, output);
  }
}
