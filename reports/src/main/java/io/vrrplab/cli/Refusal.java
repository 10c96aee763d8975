package io.vrrplab.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/** The end of a command that cannot go on: one line for standard error, and the exit code. */
final class Refusal extends Exception {

  private static final long serialVersionUID = 1L;

  private final int exitCode;

  private Refusal(int exitCode, String line) {
    super(line);
    this.exitCode = exitCode;
  }

  /** Refuses what the user asked for; exit code 2. */
  static Refusal cannotRun(String line) {
    return new Refusal(ExitCode.CANNOT_RUN, line);
  }

  /** Says what is promised but not built; exit code 2. */
  static Refusal notSupportedYet(String what) {
    return cannotRun(what + " is not supported yet");
  }

  /** Says that a result cannot be written where the user wants it; exit code 4. */
  static Refusal cannotWrite(Object target, IOException cause) {
    return new Refusal(
        ExitCode.ENVIRONMENT, "cannot write %s: %s".formatted(target, reason(cause)));
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
