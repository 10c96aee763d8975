package io.vrrplab.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Objects;

/**
 * The end of a command that cannot go on: lines for standard error, one as a rule, and the exit
 * code.
 */
final class Refusal extends Exception {

  private static final long serialVersionUID = 1L;

  private final int exitCode;

  /** Whether the lines name a file themselves, and so need no word of the program before them. */
  private final boolean ofFile;

  private Refusal(int exitCode, String line, boolean ofFile) {
    super(line);
    this.exitCode = exitCode;
    this.ofFile = ofFile;
  }

  /** Refuses what the user asked for; exit code 2. */
  static Refusal cannotRun(String line) {
    return new Refusal(ExitCode.CANNOT_RUN, line, false);
  }

  /** Refuses a file, for reasons that each name a place in it; exit code 2. */
  static Refusal badFile(List<String> problems) {
    return new Refusal(ExitCode.CANNOT_RUN, String.join("\n", problems), true);
  }

  /** Says what is promised but not built; exit code 2. */
  static Refusal notSupportedYet(String what) {
    return cannotRun(what + " is not supported yet");
  }

  /** Says that a result cannot be written where the user wants it; exit code 4. */
  static Refusal cannotWrite(Object target, IOException cause) {
    return new Refusal(
        ExitCode.ENVIRONMENT, "cannot write %s: %s".formatted(target, reason(cause)), false);
  }

  /** Says that something cannot be read; exit code 2. */
  static Refusal cannotRead(Object source, IOException cause) {
    String reason = cause instanceof NoSuchFileException ? "no such file" : reason(cause);
    return cannotRun("cannot read %s: %s".formatted(source, reason));
  }

  /** What to print on standard error. */
  List<String> lines() {
    return line().lines().map(each -> ofFile ? each : "vrrplab: " + each).toList();
  }

  int exitCode() {
    return exitCode;
  }

  String line() {
    return Objects.requireNonNull(getMessage());
  }

  private static String reason(IOException cause) {
    return switch (cause) {
      case NoSuchFileException _ -> "no such folder";
      case AccessDeniedException _ -> "permission denied";
      case FileAlreadyExistsException _ -> "a file of this name is in the way";
      case FileSystemException it when it.getReason() != null -> it.getReason();
      default -> Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName());
    };
  }
}
