package io.vrrplab.cli;

import io.vrrplab.conformance.Suite;
import io.vrrplab.conformance.mutant.KillMatrix;
import io.vrrplab.conformance.mutant.Mutants;
import io.vrrplab.report.KillMatrixText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code vrrplab conformance mutants}: the proof that each case can fail. */
@Command(
    name = "vrrplab conformance mutants",
    description = {
      "Runs the suite against engines that are wrong on purpose, one thing each, and prints",
      "which case notices which."
    },
    usageHelpWidth = 100,
    sortOptions = false,
    separator = " ",
    footer = {"", "Exit codes: 0 each is noticed, and each case notices one; 1 not so."})
final class ConformanceMutantsCommand {

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the matrix as JSON; - is standard output, and nothing else goes there.")
  private @Nullable String json;

  @Option(names = "--quiet", description = "Print the sum only.")
  private boolean quiet;

  int run(Console console) throws Refusal {
    ResultFiles.Wanted wanted = ResultFiles.Wanted.ofScenarios(json, null, null);
    try (ResultFiles files = ResultFiles.open(wanted, false, console)) {
      KillMatrix matrix = KillMatrix.of(Suite.canonical(), Mutants.all());
      if (!wanted.jsonToStandardOutput()) {
        console.out().print(quiet ? KillMatrixText.sum(matrix) : KillMatrixText.full(matrix));
      }
      files.write(KillMatrixText.json(matrix));
      return matrix.isWhole() ? ExitCode.HELD : ExitCode.NOT_HELD;
    }
  }
}
