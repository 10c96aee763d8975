package io.vrrplab.track;

/** What something that is tracked shows from a moment on. */
public sealed interface CheckResult {

  /** How the runs of a script end. */
  enum Outcome {
    /** With exit status 0. */
    OK,
    /** With another one. */
    FAIL,
    /** Not at all, until the timeout ends them. */
    HANG
  }

  /** The runs of a script that begin from now on end like this. */
  record OfScript(String script, Outcome outcome) implements CheckResult {}

  /** This number stands in a file now. */
  record OfFile(String file, int value) implements CheckResult {}

  /**
   * That many processes of a name run now.
   *
   * @param running from 0
   */
  record OfProcess(String process, int running) implements CheckResult {}
}
