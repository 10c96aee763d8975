package io.vrrplab.scenario;

import io.vrrplab.keepalived.syntax.FileTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The files beside a scenario file, which it names by paths relative to itself. */
@FunctionalInterface
public interface Companions {

  /** Far more than any file that a person writes; more is not read. */
  int MAX_BYTES = 1 << 20;

  /** Beside a text that is no file there is nothing. */
  Companions NONE =
      name -> {
        throw new NoSuchFileException(name);
      };

  /**
   * Reads a file; of one that is far too large, only the beginning.
   *
   * @param name its path, relative to the scenario file
   * @throws NoSuchFileException if there is none
   * @throws IOException if it cannot be read
   */
  byte[] read(String name) throws IOException;

  /** What those among them that are configurations may include. */
  default FileTree includes() {
    return FileTree.DISK;
  }

  /** The files beside one in a folder. */
  static Companions beside(Path file) {
    return name -> {
      try (InputStream in = Files.newInputStream(file.resolveSibling(name))) {
        return in.readNBytes(MAX_BYTES + 1);
      }
    };
  }
}
