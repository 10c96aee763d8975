package io.vrrplab.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;

/** The register of the requirements that cases cite, read from {@code requirements.txt}. */
public final class Requirements {

  private static final SequencedMap<String, Requirement> BY_ID = read();

  private Requirements() {}

  /** All of them, in the order of the register. */
  public static List<Requirement> all() {
    return List.copyOf(BY_ID.values());
  }

  /**
   * The requirement of an id.
   *
   * @throws IllegalArgumentException if the register has none
   */
  public static Requirement of(String id) {
    Requirement requirement = BY_ID.get(id);
    if (requirement == null) {
      throw new IllegalArgumentException("no requirement " + id);
    }
    return requirement;
  }

  private static SequencedMap<String, Requirement> read() {
    SequencedMap<String, Requirement> byId = new LinkedHashMap<>();
    for (String line : lines()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        Requirement requirement = parse(line);
        if (byId.put(requirement.id(), requirement) != null) {
          throw new IllegalStateException("requirements.txt has twice: " + requirement.id());
        }
      }
    }
    return byId;
  }

  private static Requirement parse(String line) {
    List<String> parts = List.of(line.split(" \\| ", -1));
    if (parts.size() != 4) {
      throw new IllegalStateException("not a line of requirements.txt: " + line);
    }
    return new Requirement(parts.get(0), parts.get(1), parts.get(2), parts.get(3));
  }

  private static List<String> lines() {
    try (InputStream file = Requirements.class.getResourceAsStream("requirements.txt")) {
      byte[] octets = Objects.requireNonNull(file, "requirements.txt is missing").readAllBytes();
      return new String(octets, StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
