package io.vrrplab.cli;

import io.vrrplab.conformance.Suite;
import io.vrrplab.report.CaseCatalogueText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vrrplab conformance list}: the cases, a line each. */
@Command(
    name = "vrrplab conformance list",
    description = "Lists the cases; vrrplab conformance explain CASE says more of one.",
    usageHelpWidth = 100,
    sortOptions = false,
    separator = " ")
final class ConformanceListCommand {

  @Option(names = "--rfc", paramLabel = "N", description = "Only what 3768, 5798 or 9568 asks.")
  private @Nullable String rfc;

  @Mixin private CaseChoice choice = new CaseChoice();

  int run(Console console) throws Refusal {
    Suite chosen = choice.choose();
    if (rfc != null) {
      chosen = chosen.under(DeviceChoice.rfc(rfc));
    }
    console.out().print(CaseCatalogueText.list(chosen));
    return chosen.cases().isEmpty() ? ExitCode.CANNOT_RUN : ExitCode.HELD;
  }
}
