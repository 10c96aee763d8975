package io.vrrplab.cli;

import io.vrrplab.keepalived.finding.Finding;
import io.vrrplab.keepalived.finding.Rule;
import io.vrrplab.keepalived.finding.Severity;
import io.vrrplab.keepalived.syntax.FileTree;
import io.vrrplab.keepalived.syntax.ReadOptions;
import io.vrrplab.report.Printable;
import io.vrrplab.report.SarifReport;
import io.vrrplab.scenario.Problem;
import io.vrrplab.vrrp.KeepalivedVersion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vrrplab check}: reads files, runs nothing, prints errors and advice. */
@Command(
    name = "vrrplab check",
    description = {
      "Reads scenario files and keepalived.conf files, runs nothing, prints errors and advice.",
      "Several keepalived.conf files count as the nodes of one cluster and are compared."
    },
    usageHelpWidth = 100,
    sortOptions = false,
    footer = {
      "",
      "A comment \"# vrrplab: allow KA-RULE\" in a keepalived.conf silences a rule for its line,"
          + " or",
      "the next where it stands alone; \"# vrrplab: allow-file KA-RULE\" for the whole file.",
      "",
      "Exit codes: 0 all can run; 2 something is wrong, or keepalived -t would refuse a file."
    })
final class CheckCommand {

  @Parameters(
      paramLabel = "FILE|NAME|FOLDER",
      description = "A scenario file, a bundled scenario, a keepalived.conf, or a folder of these.")
  private List<String> words = List.of();

  @Option(names = "--quiet", description = "Print problems only.")
  private boolean quiet;

  @Option(
      names = "--format",
      paramLabel = "text|sarif",
      description = "How to print: lines for people, or SARIF 2.1.0 for code hosts.")
  private String format = "text";

  @Option(
      names = "--keepalived-version",
      paramLabel = "VERSION",
      description = "Whose keywords and fallbacks count: 1.3, 2.0, 2.2 (default), 2.3.3 or 2.4.")
  private String version = KeepalivedVersion.DEFAULT.text();

  @Option(
      names = "--config-id",
      paramLabel = "NAME",
      description = "What lines that begin with @NAME are held against, as keepalived -i.")
  private @Nullable String configId;

  @Option(names = "--rules", description = "Print the rules for keepalived.conf files.")
  private boolean rules;

  int run(Console console, Engine engine) throws Refusal {
    if (rules) {
      printRules(console);
      return ExitCode.HELD;
    }
    if (words.isEmpty()) {
      throw Refusal.cannotRun(
          "check what? name a file, a folder, a bundled scenario or a keepalived.conf");
    }
    if (!List.of("text", "sarif").contains(format)) {
      throw Refusal.cannotRun("there is no format " + format + "; there are text and sarif");
    }
    List<String> scenarios = new ArrayList<>();
    List<String> configurations = new ArrayList<>();
    for (String word : words) {
      List<String> inside = ConfigurationCheck.inFolder(word);
      configurations.addAll(inside);
      if (ConfigurationCheck.isConfiguration(word)) {
        configurations.add(word);
      } else if (inside.isEmpty()) {
        scenarios.add(word);
      }
    }
    ScenarioLoader.Load load = ScenarioLoader.load(scenarios, List.of(), List.of(), engine);
    ConfigurationCheck check = ConfigurationCheck.of(configurations, options(console));
    if (format.equals("sarif")) {
      console.out().print(SarifReport.of(load.problems(), check.findings()));
    } else {
      print(console, load, check);
    }
    boolean refused = load.count(Problem.Severity.ERROR) > 0 || check.count(Severity.ERROR) > 0;
    return refused ? ExitCode.CANNOT_RUN : ExitCode.HELD;
  }

  private ReadOptions options(Console console) throws Refusal {
    KeepalivedVersion known;
    try {
      known = KeepalivedVersion.of(version);
    } catch (IllegalArgumentException e) {
      throw Refusal.cannotRun(String.valueOf(e.getMessage()));
    }
    return new ReadOptions(
        known, configId, console.environment(), ReadOptions.PLAIN.seed(), FileTree.DISK);
  }

  private void print(Console console, ScenarioLoader.Load load, ConfigurationCheck check) {
    load.problems().forEach(problem -> console.out().println(Printable.of(problem.toString())));
    for (Finding finding : Excerpt.of(check.findings())) {
      console.out().println(Printable.of(finding.toString()));
    }
    if (!quiet) {
      console.out().println(summary(load, check));
    }
  }

  private static String summary(ScenarioLoader.Load load, ConfigurationCheck check) {
    List<String> parts = new ArrayList<>();
    if (!load.scenarios().isEmpty() || check.files() == 0) {
      parts.add(counted(load.scenarios().size(), "scenario") + " can run");
    }
    if (check.files() > 0) {
      parts.add(counted(check.files(), "keepalived.conf file") + " read");
    }
    parts.add(counted(load.count(Problem.Severity.ERROR) + check.count(Severity.ERROR), "error"));
    parts.add(
        counted(load.count(Problem.Severity.WARNING) + check.count(Severity.WARNING), "warning"));
    if (check.files() > 0) {
      parts.add(counted(check.count(Severity.NOTE), "note"));
    }
    return String.join(", ", parts);
  }

  private static void printRules(Console console) {
    for (Rule rule : Rule.values()) {
      console
          .out()
          .println(
              "%-26s %-8s %s%s"
                  .formatted(
                      rule.id(),
                      rule.severity().word(),
                      rule.title(),
                      rule.fix().map("; "::concat).orElse("")));
    }
  }

  private static String counted(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
