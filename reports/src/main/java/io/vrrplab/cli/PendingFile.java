package io.vrrplab.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A result file that appears whole or not at all: it is written under a temporary name beside its
 * place, and moved there when complete. Whatever else stands there, as {@code /dev/null} or a pipe,
 * is written to directly.
 */
final class PendingFile implements AutoCloseable {

  private static final AtomicInteger SERIAL = new AtomicInteger();

  private final Path target;
  private final Path written;
  private final OutputStream stream;

  private PendingFile(Path target, Path written) throws IOException {
    this.target = target;
    this.written = written;
    this.stream =
        new BufferedOutputStream(
            written.equals(target)
                ? Files.newOutputStream(target, StandardOpenOption.WRITE)
                : Files.newOutputStream(written, StandardOpenOption.CREATE_NEW));
  }

  /**
   * Opens the file for writing, which shows at once whether it can be written at all.
   *
   * @throws IOException if it cannot
   */
  static PendingFile open(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      throw new FileSystemException(path.toString(), null, "it is a folder");
    }
    if (!Files.exists(path)) {
      return new PendingFile(path, temporarySibling(path));
    }
    if (!Files.isRegularFile(path)) {
      return new PendingFile(path, path);
    }
    // Through a symbolic link, so that the link stays one.
    Path real = path.toRealPath();
    if (!Files.isWritable(real)) {
      throw new FileSystemException(path.toString(), null, "permission denied");
    }
    return new PendingFile(real, temporarySibling(real));
  }

  /** The file's place. */
  Path target() {
    return target;
  }

  OutputStream stream() {
    return stream;
  }

  /** Puts the complete file in its place. */
  void commit() throws IOException {
    stream.close();
    if (!written.equals(target)) {
      Files.move(written, target, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /** Removes what was not committed, even while another thread still writes to it. */
  void discard() throws IOException {
    if (!written.equals(target)) {
      Files.deleteIfExists(written);
    }
  }

  /** Closes the file, and removes it if it was not committed. */
  @Override
  public void close() throws IOException {
    try (stream) {
      discard();
    }
  }

  private static Path temporarySibling(Path path) throws IOException {
    Path name = path.getFileName();
    if (name == null) {
      throw new NoSuchFileException(path.toString());
    }
    long process = ProcessHandle.current().pid();
    return path.resolveSibling(".%s.%d-%d.part".formatted(name, process, SERIAL.incrementAndGet()));
  }
}
