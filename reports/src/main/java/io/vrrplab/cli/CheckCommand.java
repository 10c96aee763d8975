package io.vrrplab.cli;

import io.vrrplab.keepalived.KeepalivedVersion;
import io.vrrplab.keepalived.finding.Severity;
import io.vrrplab.keepalived.syntax.ReadOptions;
import io.vrrplab.report.Printable;
import io.vrrplab.scenario.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vrrplab check}: reads files, runs nothing, prints errors and advice. */
@Command(
    name = "vrrplab check",
    description = {
      "Reads scenarios and keepalived.conf files, runs nothing, prints errors and advice.",
      "Several keepalived.conf files are taken for nodes of one network and compared."
    },
    usageHelpWidth = 100,
    sortOptions = false,
    separator = " ",
    footer = {
      "",
      "A comment in a keepalived.conf allows what a rule warns of: # vrrplab: allow KA-VRID-51 for",
      "its line or the next one, # vrrplab: allow-file KA-VRID-51 for the whole file.",
      "",
      "Exit codes: 0 all can run; 2 something is wrong: a scenario has an error, or keepalived -t",
      "would refuse a configuration."
    })
final class CheckCommand {

  @Parameters(
      paramLabel = "FILE|NAME|FOLDER",
      description = {
        "A scenario file, a bundled scenario, a folder of scenarios, or a keepalived.conf",
        "(a file named *.conf or *.conf.*)."
      })
  private List<String> words = List.of();

  @Option(
      names = "--keepalived-version",
      paramLabel = "VERSION",
      description = "Whose keywords and habits: 1.3, 2.0, 2.2 (unless said), 2.3.3 or 2.4.")
  private String version = KeepalivedVersion.V2_2.toString();

  @Option(
      names = "--config-id",
      paramLabel = "ID",
      description = "Which @ID lines count, as keepalived's option -i.")
  private @Nullable String configId;

  @Option(names = "--quiet", description = "Print problems only.")
  private boolean quiet;

  int run(Console console, Engine engine) throws Refusal {
    if (words.isEmpty()) {
      throw Refusal.cannotRun("check what? name a file, a folder or a bundled scenario");
    }
    Predicate<String> isConfiguration = ConfigurationCheck::isConfiguration;
    List<String> scenarios = words.stream().filter(isConfiguration.negate()).toList();
    ScenarioLoader.Load load = ScenarioLoader.load(scenarios, List.of(), engine);
    ConfigurationCheck check =
        ConfigurationCheck.of(words.stream().filter(isConfiguration).toList(), options(console));
    load.problems().forEach(problem -> console.out().println(Printable.of(problem.toString())));
    check.findings().forEach(finding -> console.out().println(Printable.of(finding.toString())));
    long errors = load.count(Problem.Severity.ERROR) + check.count(Severity.ERROR);
    if (!quiet) {
      console.out().println(summary(load, scenarios.isEmpty(), check, errors));
    }
    return errors > 0 ? ExitCode.CANNOT_RUN : ExitCode.HELD;
  }

  private ReadOptions options(Console console) throws Refusal {
    KeepalivedVersion known =
        KeepalivedVersion.parse(version)
            .orElseThrow(() ->
                Refusal.cannotRun(
                    "--keepalived-version %s is unknown; there are: %s"
                        .formatted(version, String.join(", ", KeepalivedVersion.names()))));
    return new ReadOptions(known, configId, console.environment(), ReadOptions.PLAIN.seed());
  }

  private static String summary(
      ScenarioLoader.Load load, boolean noScenarios, ConfigurationCheck check, long errors) {
    List<String> parts = new ArrayList<>();
    if (!noScenarios) {
      parts.add(counted(load.scenarios().size(), "scenario") + " can run");
    }
    if (check.files() > 0) {
      parts.add(counted(check.files(), "configuration") + " read");
    }
    parts.add(counted(errors, "error"));
    parts.add(
        counted(load.count(Problem.Severity.WARNING) + check.count(Severity.WARNING), "warning"));
    if (check.count(Severity.NOTE) > 0) {
      parts.add(counted(check.count(Severity.NOTE), "note"));
    }
    return String.join(", ", parts);
  }

  private static String counted(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
