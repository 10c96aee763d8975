package io.vrrplab.cli;

import io.vrrplab.text.Nearest;
import java.util.List;

/** {@code vrrplab conformance}: a family of commands; without a word of its own it runs. */
final class Conformance {

  private static final List<String> COMMANDS =
      List.of("run", "list", "explain", "coverage", "diff", "mutants");

  private Conformance() {}

  static int dispatch(List<String> arguments, Console console, Interrupt interrupt) throws Refusal {
    if (arguments.isEmpty() || arguments.getFirst().startsWith("-")) {
      return run(arguments, console, interrupt);
    }
    List<String> rest = arguments.subList(1, arguments.size());
    return switch (arguments.getFirst()) {
      case "run" -> run(rest, console, interrupt);
      case "list" -> list(new ConformanceListCommand(), rest, console);
      case "explain" -> explain(new ConformanceExplainCommand(), rest, console);
      case "coverage" -> coverage(new ConformanceCoverageCommand(), rest, console);
      case "diff" -> diff(new ConformanceDiffCommand(), rest, console);
      case "mutants" -> mutants(new ConformanceMutantsCommand(), rest, console);
      default -> throw unknown(arguments.getFirst());
    };
  }

  private static int run(List<String> arguments, Console console, Interrupt interrupt)
      throws Refusal {
    ConformanceRunCommand command = new ConformanceRunCommand();
    return Arguments.read(command, arguments, console)
        ? command.run(console, interrupt)
        : ExitCode.HELD;
  }

  private static int list(ConformanceListCommand command, List<String> arguments, Console console)
      throws Refusal {
    return Arguments.read(command, arguments, console) ? command.run(console) : ExitCode.HELD;
  }

  private static int explain(
      ConformanceExplainCommand command, List<String> arguments, Console console) throws Refusal {
    return Arguments.read(command, arguments, console) ? command.run(console) : ExitCode.HELD;
  }

  private static int coverage(
      ConformanceCoverageCommand command, List<String> arguments, Console console) throws Refusal {
    return Arguments.read(command, arguments, console) ? command.run(console) : ExitCode.HELD;
  }

  private static int diff(ConformanceDiffCommand command, List<String> arguments, Console console)
      throws Refusal {
    return Arguments.read(command, arguments, console) ? command.run(console) : ExitCode.HELD;
  }

  private static int mutants(
      ConformanceMutantsCommand command, List<String> arguments, Console console) throws Refusal {
    return Arguments.read(command, arguments, console) ? command.run(console) : ExitCode.HELD;
  }

  private static Refusal unknown(String word) {
    String hint = Nearest.hint(word, COMMANDS);
    return Refusal.cannotRun(
        "unknown command conformance "
            + word
            + (hint.isEmpty() ? "; there are: " + String.join(", ", COMMANDS) : hint));
  }
}
