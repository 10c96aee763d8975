package io.vrrplab.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/** The files of one run's capture: none, one, or two with the same bytes. */
final class CaptureFiles implements AutoCloseable {

  private final List<PendingFile> files;

  CaptureFiles(List<PendingFile> files) {
    this.files = List.copyOf(files);
  }

  /** Where the run writes its capture, if anywhere. */
  Optional<OutputStream> stream() {
    return files.stream().findFirst().map(PendingFile::stream);
  }

  /** Puts the complete capture in its places. */
  void commit() throws IOException {
    if (files.isEmpty()) {
      return;
    }
    PendingFile written = files.getFirst();
    written.commit();
    for (PendingFile copy : files.subList(1, files.size())) {
      Files.copy(written.target(), copy.stream());
      copy.commit();
    }
  }

  @Override
  public void close() throws IOException {
    for (PendingFile file : files) {
      file.close();
    }
  }
}
