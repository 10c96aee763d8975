package io.vrrplab.scenario;

import io.vrrplab.text.Nearest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The scenarios that come with the program. In the repository they are {@code
 * scenarios/library/NAME/scenario.yaml}; the program carries them on its class path.
 */
public final class ScenarioLibrary {

  private static final String ROOT = "/io/vrrplab/library/";
  private static final String TITLE_KEY = "scenario:";

  private ScenarioLibrary() {}

  /**
   * A scenario of the library.
   *
   * @param name the name by which {@code run} finds it, also that of its folder
   */
  public record Bundled(String name) {

    /** How problems and results name the file: {@code lxd-cluster/scenario.yaml}. */
    public String file() {
      return name + "/scenario.yaml";
    }

    /** The file, to be handed to a reader. */
    public byte[] content() {
      return resource(file());
    }

    /** What {@code scenario:} says, without reading the rest of the file. */
    public String title() {
      return text(content())
          .lines()
          .filter(line -> line.startsWith(TITLE_KEY))
          .findFirst()
          .map(line -> line.substring(TITLE_KEY.length()).strip())
          .orElse(name);
    }
  }

  /** All of them, in the order in which a newcomer should meet them. */
  public static List<Bundled> all() {
    return text(resource("INDEX")).lines().map(Bundled::new).toList();
  }

  /** Their names, in the same order. */
  public static List<String> names() {
    return all().stream().map(Bundled::name).toList();
  }

  /** Finds one by its exact name. */
  public static Optional<Bundled> find(String name) {
    return all().stream().filter(bundled -> bundled.name().equals(name)).findFirst();
  }

  /** The name that was meant, if one is near. */
  public static Optional<String> nearest(String name) {
    return Nearest.to(name, names());
  }

  private static byte[] resource(String path) {
    try (InputStream in = ScenarioLibrary.class.getResourceAsStream(ROOT + path)) {
      return Objects.requireNonNull(in, path).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(byte[] content) {
    return new String(content, StandardCharsets.UTF_8);
  }
}
