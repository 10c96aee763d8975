package io.vrrplab.scenario.spec;

import io.vrrplab.track.CheckResult;
import io.vrrplab.track.CheckResult.Outcome;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What something that is tracked shows from a moment on. */
public sealed interface Shown {

  /** The runs of a script that begin from now on end like this. */
  record ByScript(String script, Outcome outcome) implements Shown {}

  /** This number stands in a file now. */
  record ByFile(String file, Quantity value) implements Shown {}

  /** That many processes of a name run now. */
  record ByProcess(String process, Quantity running) implements Shown {}

  /** A BFD session is up or down now. */
  record ByBfdSession(String session, boolean up) implements Shown {}

  /** The words for it. */
  default String text() {
    return switch (this) {
      case ByScript(String script, Outcome outcome) ->
          "script " + script + " " + outcome.name().toLowerCase(Locale.ROOT);
      case ByFile(String file, Quantity value) -> "file " + file + " " + Words.number(value);
      case ByProcess(String process, Quantity running) ->
          "process " + process + " " + Words.number(running);
      case ByBfdSession(String session, boolean up) -> "bfd " + session + (up ? " up" : " down");
    };
  }

  /** All that a draw may decide. */
  default Stream<Quantity> quantities() {
    return switch (this) {
      case ByScript _, ByBfdSession _ -> Stream.empty();
      case ByFile(_, Quantity value) -> Stream.of(value);
      case ByProcess(_, Quantity running) -> Stream.of(running);
    };
  }

  /** Settles what is left to chance. */
  default Shown resolve(UnaryOperator<Quantity> draw) {
    return switch (this) {
      case ByScript script -> script;
      case ByBfdSession session -> session;
      case ByFile(String file, Quantity value) -> new ByFile(file, draw.apply(value));
      case ByProcess(String process, Quantity running) ->
          new ByProcess(process, draw.apply(running));
    };
  }

  /**
   * As the engine knows it.
   *
   * @throws IllegalStateException if something has not been drawn yet
   */
  default CheckResult settled() {
    return switch (this) {
      case ByScript(String script, Outcome outcome) -> new CheckResult.OfScript(script, outcome);
      case ByFile(String file, Quantity value) ->
          new CheckResult.OfFile(file, (int) value.asLong());
      case ByProcess(String process, Quantity running) ->
          new CheckResult.OfProcess(process, (int) running.asLong());
      case ByBfdSession(String session, boolean up) -> new CheckResult.OfBfdSession(session, up);
    };
  }
}
