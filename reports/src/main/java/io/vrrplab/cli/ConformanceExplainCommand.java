package io.vrrplab.cli;

import io.vrrplab.conformance.CaseResult;
import io.vrrplab.conformance.ConformanceCase;
import io.vrrplab.conformance.Glob;
import io.vrrplab.conformance.Suite;
import io.vrrplab.conformance.device.BuiltInDevice;
import io.vrrplab.conformance.device.Rfc;
import io.vrrplab.conformance.device.SimulatedDevice;
import io.vrrplab.report.CaseCatalogueText;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code vrrplab conformance explain}: why a case exists, and how it judges. */
@Command(
    name = "vrrplab conformance explain",
    description = "Says why a case exists, what it asks for, and how it judges.",
    usageHelpWidth = 100)
final class ConformanceExplainCommand {

  @Parameters(paramLabel = "CASE", description = "Ids of cases; * and ? stand for any letters.")
  private List<String> words = List.of();

  int run(Console console) throws Refusal {
    if (words.isEmpty()) {
      throw Refusal.cannotRun("explain what? name a case; vrrplab conformance list has them");
    }
    List<String> problems = new ArrayList<>();
    List<ConformanceCase> cases = new ArrayList<>();
    for (String word : words) {
      Glob glob = new Glob(word);
      List<ConformanceCase> found =
          Suite.canonical().cases().stream().filter(glob::matches).toList();
      if (found.isEmpty()) {
        problems.add(CaseChoice.unknown("case", word, Glob.words(Suite.canonical())));
      }
      cases.addAll(found);
    }
    if (!problems.isEmpty()) {
      throw Refusal.cannotRun(String.join("\n", problems));
    }
    console
        .out()
        .print(
            String.join(
                "\n",
                cases.stream()
                    .distinct()
                    .map(each -> CaseCatalogueText.explain(each, example(each)))
                    .toList()));
    return ExitCode.HELD;
  }

  /** What the case looks like where all goes well. */
  private static CaseResult example(ConformanceCase each) {
    Rfc rfc = each.rfcs().getLast();
    return each.run(BuiltInDevice.of(rfc).under(rfc, SimulatedDevice.DEFAULT_SEED));
  }
}
