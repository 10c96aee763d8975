package io.vrrplab.cli;

/**
 * The exit codes; never a count. A conformance run takes its own from {@link
 * io.vrrplab.conformance.verdict.RunVerdict}: the same, and 3 for what stayed inconclusive.
 */
final class ExitCode {

  /** At least one thing ran, and everything expected held. */
  static final int HELD = 0;

  /** It ran, and something expected did not hold. */
  static final int NOT_HELD = 1;

  /** It could not run: bad arguments, a bad file, an unknown name, nothing selected. */
  static final int CANNOT_RUN = 2;

  /** The environment failed, as a disk that is full. */
  static final int ENVIRONMENT = 4;

  /** Interrupted; what was finished is written. */
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
