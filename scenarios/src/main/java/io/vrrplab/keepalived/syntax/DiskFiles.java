package io.vrrplab.keepalived.syntax;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The file system of this machine. */
final class DiskFiles implements FileTree {

  /** A name that stands for several. */
  private static final Pattern WILD = Pattern.compile("[*?\\[{]");

  /** The largest example of the manual is far below; anything larger is not a configuration. */
  private static final int MAX_BYTES = 64 << 20;

  @Override
  public List<Found> matching(Path folder, Path from, String pattern) throws IOException {
    List<Path> paths = List.of(pattern.startsWith("/") ? Path.of("/") : from);
    for (String name : pattern.split("/", -1)) {
      if (!name.isEmpty()) {
        paths = oneFloorDown(paths, name);
      }
    }
    List<Found> found = new ArrayList<>();
    for (Path path : paths) {
      found.add(new Found(path, kind(folder, path)));
    }
    return found;
  }

  private static Kind kind(Path folder, Path path) throws IOException {
    if (!Files.isRegularFile(path) || Files.isExecutable(path)) {
      return Kind.SPECIAL;
    }
    return path.toRealPath().startsWith(folder.toRealPath()) ? Kind.PLAIN : Kind.OUTSIDE;
  }

  private static List<Path> oneFloorDown(List<Path> folders, String name) throws IOException {
    List<Path> found = new ArrayList<>();
    if (!WILD.matcher(name).find()) {
      folders.stream()
          .map(it -> it.resolve(name).normalize())
          .filter(Files::exists)
          .forEach(found::add);
      return found;
    }
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + name);
    for (Path folder : folders) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> entries = Files.list(folder)) {
          entries
              .filter(entry -> matcher.matches(entry.getFileName()))
              .filter(entry -> !entry.getFileName().toString().startsWith("."))
              .sorted()
              .forEach(found::add);
        }
      }
    }
    return found;
  }

  @Override
  public byte[] read(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new FileSystemException(
          file.toString(), null, "this is a folder, not a configuration file");
    }
    if (Files.size(file) > MAX_BYTES) {
      throw new FileSystemException(file.toString(), null, "the file is larger than 64 MiB");
    }
    return Files.readAllBytes(file);
  }
}
