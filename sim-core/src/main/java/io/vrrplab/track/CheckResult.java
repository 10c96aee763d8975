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

  /** A BFD session is up from now on, or down. */
  record OfBfdSession(String session, boolean up) implements CheckResult {}

  /** Whether it is about that. */
  default boolean concerns(Tracked what) {
    return switch (this) {
      case OfScript(String script, _) ->
          what instanceof Tracked.Script && what.name().equals(script);
      case OfFile(String file, _) -> what instanceof Tracked.File && what.name().equals(file);
      case OfProcess(String process, _) ->
          what instanceof Tracked.Processes && what.name().equals(process);
      case OfBfdSession(String session, _) ->
          what instanceof Tracked.BfdSession && what.name().equals(session);
    };
  }

  /** Whether another result is about the same thing. */
  default boolean isOfTheSame(CheckResult other) {
    return switch (this) {
      case OfScript(String script, _) ->
          other instanceof OfScript(String name, _) && name.equals(script);
      case OfFile(String file, _) -> other instanceof OfFile(String name, _) && name.equals(file);
      case OfProcess(String process, _) ->
          other instanceof OfProcess(String name, _) && name.equals(process);
      case OfBfdSession(String session, _) ->
          other instanceof OfBfdSession(String name, _) && name.equals(session);
    };
  }
}
