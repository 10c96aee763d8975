package io.vrrplab.keepalived.syntax;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Where configurations find the files that they include. */
public interface FileTree {

  /** The file system of this machine. */
  FileTree DISK = new DiskFiles();

  /** What there is to say about a file that an include names. */
  enum Kind {
    /** One that keepalived reads. */
    PLAIN,
    /** A folder, a device, a program: keepalived skips it. */
    SPECIAL,
    /** Outside of the folder of the first file; not to be read. */
    OUTSIDE
  }

  /** A file that an include names. */
  record Found(Path file, Kind kind) {}

  /**
   * Finds what an include names.
   *
   * @param folder that of the first file, absolute
   * @param from the folder of the file that includes, absolute
   * @param pattern a path relative to it or an absolute one, in which each name may have wildcards
   * @return in the order of names
   * @throws IOException if a folder cannot be read
   */
  List<Found> matching(Path folder, Path from, String pattern) throws IOException;

  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be read
   */
  byte[] read(Path file) throws IOException;
}
