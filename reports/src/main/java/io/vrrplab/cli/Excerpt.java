package io.vrrplab.cli;

import io.vrrplab.keepalived.finding.Finding;
import io.vrrplab.keepalived.finding.Rule;
import io.vrrplab.keepalived.finding.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Picks what a person wants to read of many findings: all errors, and the first few of each warning
 * and note in a file. The number of the others stands where they begin.
 */
final class Excerpt {

  private static final int SHOWN = 5;

  private final Map<Kind, Tally> tallies = new LinkedHashMap<>();

  private Excerpt() {}

  private record Kind(String file, Rule rule) {}

  private static final class Tally {

    private int shown;
    private int more;
  }

  /** Picks them, in the order given. */
  static List<Finding> of(List<Finding> findings) {
    Excerpt excerpt = new Excerpt();
    findings.forEach(excerpt::count);
    List<Finding> picked = new ArrayList<>();
    findings.forEach(finding -> excerpt.pick(finding, picked));
    return picked;
  }

  private Tally tally(Finding finding) {
    Kind kind = new Kind(finding.at().file(), finding.rule());
    return tallies.computeIfAbsent(kind, _ -> new Tally());
  }

  private void count(Finding finding) {
    tally(finding).more += finding.occurrences();
  }

  private void pick(Finding finding, List<Finding> picked) {
    Tally tally = tally(finding);
    if (finding.severity() == Severity.ERROR || tally.shown < SHOWN) {
      picked.add(finding);
      tally.more -= finding.occurrences();
    } else if (tally.shown == SHOWN) {
      picked.add(Finding.more(finding.rule(), finding.at(), tally.more));
    }
    tally.shown++;
  }
}
