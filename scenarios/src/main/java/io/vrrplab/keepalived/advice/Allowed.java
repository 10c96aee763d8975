package io.vrrplab.keepalived.advice;

import io.vrrplab.keepalived.finding.Finding;
import io.vrrplab.keepalived.finding.Findings;
import io.vrrplab.keepalived.finding.Rule;
import io.vrrplab.keepalived.finding.Severity;
import io.vrrplab.keepalived.syntax.Allowance;
import io.vrrplab.text.Nearest;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/** Takes away the findings that comments allow, and tells of comments that allow nothing. */
final class Allowed {

  private final List<Allowance> allowances;
  private final SequencedSet<Allowance> used = new LinkedHashSet<>();

  Allowed(List<Allowance> allowances) {
    this.allowances = allowances;
  }

  /**
   * Gives what is left to say. What {@code keepalived -t} refuses a file for stays: a comment of
   * ours does not change what keepalived does.
   */
  List<Finding> remaining(List<Finding> findings) {
    Findings left = new Findings();
    left.addAll(findings.stream().filter(finding -> !isAllowed(finding)).toList());
    allowances.stream()
        .filter(allowance -> !used.contains(allowance))
        .forEach(allowance -> tell(allowance, left));
    return left.sorted();
  }

  private boolean isAllowed(Finding finding) {
    if (finding.severity() == Severity.ERROR) {
      return false;
    }
    List<Allowance> covering =
        allowances.stream()
            .filter(allowance -> allowance.covers(finding.rule().id(), finding.at()))
            .toList();
    used.addAll(covering);
    return !covering.isEmpty();
  }

  private static void tell(Allowance allowance, Findings left) {
    Optional<Rule> rule = Rule.find(allowance.rule());
    if (rule.isEmpty()) {
      String hint =
          Nearest.to(allowance.rule(), Arrays.stream(Rule.values()).map(Rule::id).toList())
              .map(id -> "; did you mean " + id + "?")
              .orElse("");
      left.add(
          Rule.ALLOW_UNKNOWN, allowance.at(), "no rule is called %s%s", allowance.rule(), hint);
    } else if (rule.get().severity() == Severity.ERROR) {
      left.add(
          Rule.ALLOW_UNUSED,
          allowance.at(),
          "%s stays an error, since keepalived -t refuses the file for it",
          allowance.rule());
    } else {
      left.add(Rule.ALLOW_UNUSED, allowance.at(), "there is no %s here to allow", allowance.rule());
    }
  }
}
