package io.vrrplab.cli;

import io.vrrplab.conformance.device.BuiltInDevice;
import io.vrrplab.conformance.expect.Expectations;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where known deviations come from: a file, one that is shipped, or nowhere. */
final class ExpectationSource {

  private static final String NONE = "none";

  private ExpectationSource() {}

  /**
   * Reads what is known of a device.
   *
   * @param word what stands after {@code --expect}, or null
   */
  static Expectations of(@Nullable String word, BuiltInDevice device) throws Refusal {
    if (NONE.equals(word)) {
      return Expectations.NONE;
    }
    String name = word == null ? device.name() : word;
    String shipped = shipped(name);
    if (shipped != null) {
      return ExpectationFile.read(name, shipped);
    }
    return word == null ? Expectations.NONE : ExpectationFile.read(word, file(word));
  }

  private static @Nullable String shipped(String name) {
    if (!name.matches("[a-z0-9-]+")) {
      return null;
    }
    try (InputStream resource =
        ExpectationSource.class.getResourceAsStream("expect/" + name + ".yaml")) {
      return resource == null ? null : new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String file(String name) throws Refusal {
    try {
      return Files.readString(Path.of(name));
    } catch (IOException e) {
      throw Refusal.cannotRead(name, e);
    } catch (InvalidPathException _) {
      throw Refusal.cannotRun(name + " is not a path that the system's character set can write");
    }
  }
}
