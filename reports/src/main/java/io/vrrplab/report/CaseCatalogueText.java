package io.vrrplab.report;

import io.vrrplab.conformance.CaseResult;
import io.vrrplab.conformance.ConformanceCase;
import io.vrrplab.conformance.Requirement;
import io.vrrplab.conformance.Suite;
import io.vrrplab.conformance.device.Rfc;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The cases for people: what there is, and why. */
public final class CaseCatalogueText {

  private CaseCatalogueText() {}

  /** A line a case: its id, the documents it applies to, and what a device that passes does. */
  public static String list(Suite suite) {
    List<List<String>> rows = new ArrayList<>();
    for (ConformanceCase each : suite.cases()) {
      rows.add(List.of(each.id(), rfcs(each), each.title()));
    }
    return String.join(
            "\n", Grid.lines(rows, List.of(Grid.Lean.LEFT, Grid.Lean.LEFT, Grid.Lean.LEFT)))
        + "\n";
  }

  /**
   * Why a case exists, what it asks for and how it judges.
   *
   * @param example the case with a device that passes
   */
  public static String explain(ConformanceCase each, CaseResult example) {
    StringBuilder text = new StringBuilder();
    text.append("%s (version %d)\n".formatted(each.id(), each.version()));
    text.append("  passes if  ").append(each.title()).append('\n');
    text.append("  applies    ").append(rfcs(each)).append('\n');
    text.append("  tags       ").append(String.join(", ", each.tags())).append('\n');
    each.needs()
        .forEach(ability ->
            text.append("  needs      a device that ").append(ability.words()).append('\n'));
    each.obeys().forEach(requirement -> requirement(text, "obeyed", requirement));
    each.refuses().forEach(requirement -> requirement(text, "violated", requirement));
    text.append("  for example, with ").append(example.device().name()).append(":\n");
    example.findings().ladder().forEach(line -> text.append("  ").append(line).append('\n'));
    return text.toString();
  }

  private static void requirement(StringBuilder text, String how, Requirement requirement) {
    text.append(
        "  %-9s  %s (%s, %s): %s\n"
            .formatted(
                how,
                requirement.id(),
                requirement.level(),
                requirement.references(),
                requirement.words()));
  }

  private static String rfcs(ConformanceCase each) {
    return each.rfcs().stream().map(Rfc::number).collect(Collectors.joining(" "));
  }
}
