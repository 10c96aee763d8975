package io.vrrplab.keepalived.advice;

import io.vrrplab.keepalived.finding.Finding;
import io.vrrplab.keepalived.finding.Findings;
import io.vrrplab.keepalived.finding.Rule;
import io.vrrplab.keepalived.syntax.Allowance;
import java.util.List;

/** Applies the comments that silence rules. */
public final class Suppressions {

  private Suppressions() {}

  /** Leaves out what is silenced; a comment that silences nothing is a finding itself. */
  public static List<Finding> apply(List<Finding> findings, List<Allowance> allowances) {
    Findings left = new Findings();
    left.addAll(
        findings.stream()
            .filter(finding -> allowances.stream().noneMatch(it -> covers(it, finding)))
            .toList());
    for (Allowance allowance : allowances) {
      if (Rule.find(allowance.rule()).isEmpty()) {
        left.add(Rule.ALLOW_UNKNOWN, allowance.at(), "there is no rule \"%s\"", allowance.rule());
      } else if (findings.stream().noneMatch(finding -> covers(allowance, finding))) {
        left.add(Rule.ALLOW_UNUSED, allowance.at(), "nothing here violates %s", allowance.rule());
      }
    }
    return left.sorted();
  }

  private static boolean covers(Allowance allowance, Finding finding) {
    return allowance.covers(finding.rule().id(), finding.at());
  }
}
