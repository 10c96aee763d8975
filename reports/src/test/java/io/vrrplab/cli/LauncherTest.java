package io.vrrplab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The launcher, as a person starts it. Runs after the jar is packaged, see the pom. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class LauncherTest {

  private static final Path LAUNCHER = Path.of("..", "vrrplab").toAbsolutePath().normalize();

  @Test
  void shouldWriteTheSameResultTwice() throws IOException {
    String first = type("run", "lxd-cluster", "--json", "-", "--seed", "7");
    String second = type("run", "lxd-cluster", "--json", "-", "--seed", "7");

    assertThat(first)
        .startsWith("{\n")
        .contains("\"seed\": 7,", "\"masterDownSeconds\": 3.609375")
        .isEqualTo(second)
        .isEqualTo(Shell.typeForReal("run", "lxd-cluster", "--json", "-", "--seed", "7").out());
  }

  private static String type(String... arguments) throws IOException {
    List<String> command =
        Stream.concat(Stream.of(LAUNCHER.toString()), Stream.of(arguments)).toList();
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.onExit().join().exitValue()).as(String.join(" ", command)).isZero();
    return out;
  }
}
