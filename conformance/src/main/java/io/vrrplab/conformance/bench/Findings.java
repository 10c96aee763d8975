package io.vrrplab.conformance.bench;

import io.vrrplab.conformance.verdict.Verdict;
import java.util.List;

/**
 * What a case found out.
 *
 * @param verdict one of a case that was run
 * @param expected what was allowed at the step that decided; empty where all went well
 * @param seen what was seen there; empty likewise
 * @param differences the places of a frame that were not as they should be
 * @param ladder the last frames and windows, oldest first, a line each
 * @param seconds how long the case took on the device's clock
 */
public record Findings(
    Verdict verdict,
    String expected,
    String seen,
    List<Difference> differences,
    List<String> ladder,
    double seconds) {

  public Findings {
    differences = List.copyOf(differences);
    ladder = List.copyOf(ladder);
  }

  /** The same under another verdict. */
  public Findings as(Verdict changed) {
    return new Findings(changed, expected, seen, differences, ladder, seconds);
  }
}
