package io.vrrplab.keepalived.syntax;

import io.vrrplab.keepalived.finding.Findings;
import io.vrrplab.keepalived.finding.Position;
import io.vrrplab.keepalived.finding.Rule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** The files that one reading may open: those in the folder of the first one, and beneath it. */
final class SourceFiles {

  /** The largest example of the manual is far below; anything larger is not a configuration. */
  private static final int MAX_BYTES = 64 << 20;

  private static final Pattern WILD = Pattern.compile("[*?\\[{]");

  private final Path folder;
  private final Findings findings;

  SourceFiles(Path file, Findings findings) {
    Path parent = file.toAbsolutePath().normalize().getParent();
    this.folder = parent == null ? file.toAbsolutePath() : parent;
    this.findings = findings;
  }

  /** The lines of the file itself; empty, with a finding, where it cannot be read. */
  Optional<List<String>> lines(Path file) {
    Position whole = Position.ofFile(file.toString());
    try {
      if (Files.isDirectory(file)) {
        findings.add(Rule.UNREADABLE, whole, "this is a folder, not a configuration file");
      } else if (Files.size(file) > MAX_BYTES) {
        findings.add(Rule.UNREADABLE, whole, "the file is larger than 64 MiB");
      } else {
        // Any byte is a character to keepalived; ISO 8859-1 would spoil UTF-8 names in messages.
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        if (text.indexOf(0) < 0) {
          return Optional.of(List.of(text.split("\n", -1)));
        }
        findings.add(Rule.UNREADABLE, whole, "this is no text, but a binary file");
      }
    } catch (NoSuchFileException _) {
      findings.add(Rule.UNREADABLE, whole, "no such file");
    } catch (AccessDeniedException _) {
      findings.add(Rule.UNREADABLE, whole, "the file may not be read: permission denied");
    } catch (IOException e) {
      findings.add(
          Rule.UNREADABLE, whole, "the file cannot be read: %s", String.valueOf(e.getMessage()));
    }
    return Optional.empty();
  }

  /**
   * Finds what an include names, relative to the file it stands in, in the order of names.
   *
   * @param kind include, or that with a letter for what must be there
   */
  List<Path> included(String kind, String pattern, Position at) {
    Path from = Path.of(at.file()).toAbsolutePath().normalize().getParent();
    List<Path> found = new ArrayList<>();
    try {
      boolean any = false;
      Path base = pattern.startsWith("/") ? Path.of("/") : from;
      for (Path path : matching(List.of(base), pattern)) {
        any = true;
        if (!Files.isRegularFile(path) || Files.isExecutable(path)) {
          findings.add(
              Rule.INCLUDE_MISSING,
              at,
              "%s is not a plain file without execute permission; keepalived skips it",
              path.getFileName());
        } else if (!isInside(path)) {
          findings.add(
              Rule.INCLUDE_OUTSIDE,
              at,
              "%s lies outside of the folder of the first file; keepalived would read it",
              pattern);
        } else {
          found.add(path);
        }
      }
      if (!any) {
        missing(kind, pattern, at);
      }
    } catch (IOException | InvalidPathException | PatternSyntaxException _) {
      missing(kind, pattern, at);
    }
    return found;
  }

  private boolean isInside(Path path) throws IOException {
    return path.toRealPath().startsWith(folder.toRealPath());
  }

  private void missing(String kind, String pattern, Position at) {
    boolean wild = WILD.matcher(pattern).find();
    boolean needed =
        switch (kind) {
          case "includea" -> true;
          case "includem" -> !wild;
          case "includew" -> wild;
          default -> false;
        };
    if (needed) {
      findings.add(
          Rule.INCLUDE_REQUIRED, at, "no file %s, and %s wants one to be there", pattern, kind);
    } else {
      findings.add(Rule.INCLUDE_MISSING, at, "no file %s; keepalived goes on without it", pattern);
    }
  }

  private static List<Path> matching(List<Path> bases, String pattern) throws IOException {
    List<Path> found = bases;
    for (String name : pattern.split("/", -1)) {
      if (!name.isEmpty()) {
        found = oneFloorDown(found, name);
      }
    }
    return found;
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
}
