package io.vrrplab.keepalived.syntax;

import io.vrrplab.keepalived.finding.Findings;
import io.vrrplab.keepalived.finding.Position;
import io.vrrplab.keepalived.finding.Rule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.PatternSyntaxException;

/** The files that one reading may open: those in the folder of the first one, and beneath it. */
final class SourceFiles {

  private final Path folder;
  private final FileTree tree;
  private final Findings findings;

  SourceFiles(Path file, FileTree tree, Findings findings) {
    Path parent = file.toAbsolutePath().normalize().getParent();
    this.folder = parent == null ? file.toAbsolutePath() : parent;
    this.tree = tree;
    this.findings = findings;
  }

  /** The lines of the file itself; empty, with a finding, where it cannot be read. */
  Optional<List<String>> lines(Path file) {
    Position whole = Position.ofFile(file.toString());
    try {
      // Any byte is a character to keepalived; ISO 8859-1 would spoil UTF-8 names in messages.
      String text = new String(tree.read(file), StandardCharsets.UTF_8);
      if (text.indexOf(0) < 0) {
        return Optional.of(List.of(text.split("\n", -1)));
      }
      findings.add(Rule.UNREADABLE, whole, "this is no text, but a binary file");
    } catch (NoSuchFileException _) {
      findings.add(Rule.UNREADABLE, whole, "no such file");
    } catch (AccessDeniedException _) {
      findings.add(Rule.UNREADABLE, whole, "the file may not be read: permission denied");
    } catch (FileSystemException e) {
      findings.add(Rule.UNREADABLE, whole, "%s", String.valueOf(e.getReason()));
    } catch (IOException e) {
      findings.add(
          Rule.UNREADABLE, whole, "the file cannot be read: %s", String.valueOf(e.getMessage()));
    }
    return Optional.empty();
  }

  /**
   * Finds what an include names, relative to the file it stands in, in the order of names.
   *
   * @param checks what must be right about it
   */
  List<Path> included(Set<IncludeCheck> checks, String pattern, Position at) {
    Path from = Path.of(at.file()).toAbsolutePath().normalize().getParent();
    List<Path> plain = new ArrayList<>();
    try {
      List<FileTree.Found> matching = tree.matching(folder, from == null ? folder : from, pattern);
      for (FileTree.Found found : matching) {
        switch (found.kind()) {
          case PLAIN -> plain.add(found.file());
          case SPECIAL -> unreadable(found, at, checks.contains(IncludeCheck.READ));
          case OUTSIDE ->
              findings.add(
                  Rule.INCLUDE_OUTSIDE,
                  at,
                  "%s lies outside of the folder of the first file; keepalived would read it",
                  pattern);
        }
      }
      if (matching.isEmpty()) {
        missing(checks, pattern, at);
      }
    } catch (IOException | InvalidPathException | PatternSyntaxException _) {
      missing(checks, pattern, at);
    }
    return plain;
  }

  private void unreadable(FileTree.Found found, Position at, boolean needed) {
    findings.add(
        needed ? Rule.INCLUDE_REQUIRED : Rule.INCLUDE_MISSING,
        at,
        "%s is not a plain file without execute permission; keepalived %s",
        found.file().getFileName(),
        needed ? "ends here" : "skips it");
  }

  private void missing(Set<IncludeCheck> checks, String pattern, Position at) {
    boolean needed = checks.contains(IncludeCheck.missedBy(pattern));
    findings.add(
        needed ? Rule.INCLUDE_REQUIRED : Rule.INCLUDE_MISSING,
        at,
        "no file %s; keepalived %s",
        pattern,
        needed ? "wants one to be there, and ends" : "goes on without it");
  }
}
