package io.vrrplab.cli;

import io.vrrplab.conformance.Coverage;
import io.vrrplab.conformance.Suite;
import io.vrrplab.report.CoverageText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code vrrplab conformance coverage}: which requirement is tested by which case. */
@Command(
    name = "vrrplab conformance coverage",
    description = {
      "Says for each requirement which cases show it obeyed, and which show a violation refused",
      "or absent; or why there is none."
    },
    usageHelpWidth = 100,
    sortOptions = false,
    separator = " ")
final class ConformanceCoverageCommand {

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write it as JSON; - is standard output, and nothing else goes there.")
  private @Nullable String json;

  @Option(names = "--quiet", description = "Print the sums only.")
  private boolean quiet;

  int run(Console console) throws Refusal {
    ResultFiles.Wanted wanted = ResultFiles.Wanted.ofScenarios(json, null, null);
    try (ResultFiles files = ResultFiles.open(wanted, false, console)) {
      Coverage coverage = Coverage.of(Suite.canonical());
      if (!wanted.jsonToStandardOutput()) {
        console.out().print(quiet ? CoverageText.bins(coverage) : CoverageText.full(coverage));
      }
      files.write(CoverageText.json(coverage));
      return ExitCode.HELD;
    }
  }
}
