package io.vrrplab.cli;

import io.vrrplab.report.Printable;
import io.vrrplab.scenario.Problem;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vrrplab check}: reads scenarios, runs nothing, prints errors and advice. */
@Command(
    name = "vrrplab check",
    description = "Reads scenario files, runs nothing, prints errors and advice.",
    usageHelpWidth = 100,
    sortOptions = false,
    footer = {"", "Exit codes: 0 all can run; 2 something is wrong."})
final class CheckCommand {

  @Parameters(
      paramLabel = "FILE|NAME|FOLDER",
      description = "A scenario file, a bundled scenario, or a folder of scenarios.")
  private List<String> scenarios = List.of();

  @Option(names = "--quiet", description = "Print problems only.")
  private boolean quiet;

  int run(Console console, Engine engine) throws Refusal {
    if (scenarios.isEmpty()) {
      throw Refusal.cannotRun("check what? name a file, a folder or a bundled scenario");
    }
    ScenarioLoader.Load load = ScenarioLoader.load(scenarios, List.of(), List.of(), engine);
    load.problems().forEach(problem -> console.out().println(Printable.of(problem.toString())));
    long errors = load.count(Problem.Severity.ERROR);
    long warnings = load.count(Problem.Severity.WARNING);
    if (!quiet) {
      console.out().println(summary(load.scenarios().size(), errors, warnings));
    }
    return errors > 0 ? ExitCode.CANNOT_RUN : ExitCode.HELD;
  }

  private static String summary(int runnable, long errors, long warnings) {
    return "%s can run, %s, %s"
        .formatted(
            counted(runnable, "scenario"), counted(errors, "error"), counted(warnings, "warning"));
  }

  private static String counted(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
