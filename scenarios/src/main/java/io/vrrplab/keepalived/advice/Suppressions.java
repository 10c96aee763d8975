package io.vrrplab.keepalived.advice;

import io.vrrplab.keepalived.finding.Finding;
import io.vrrplab.keepalived.finding.Findings;
import io.vrrplab.keepalived.finding.Rule;
import io.vrrplab.keepalived.finding.Severity;
import io.vrrplab.keepalived.syntax.Allowance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedSet;

/** Applies the comments that silence rules. */
public final class Suppressions {

  private final Map<Scope, List<Allowance>> allowances = new LinkedHashMap<>();
  private final SequencedSet<Allowance> used = new LinkedHashSet<>();
  private final SequencedSet<Finding> left = new LinkedHashSet<>();
  private final Findings remarks = new Findings();

  private Suppressions(List<Allowance> allowances) {
    for (Allowance it : allowances) {
      Scope scope = new Scope(it.at().file(), it.line(), it.rule().toUpperCase(Locale.ROOT));
      this.allowances.computeIfAbsent(scope, _ -> new ArrayList<>()).add(it);
    }
  }

  /** Where a comment silences what. */
  private record Scope(String file, int line, String rule) {}

  /**
   * Leaves out what is silenced. An error stays, because keepalived refuses the file whatever a
   * comment says; a comment that would silence one, or that silences nothing, is a finding itself.
   */
  public static List<Finding> apply(List<Finding> findings, List<Allowance> allowances) {
    Suppressions suppressions = new Suppressions(allowances);
    findings.forEach(suppressions::judge);
    allowances.forEach(suppressions::remark);
    suppressions.left.addAll(suppressions.remarks.sorted());
    return suppressions.left.stream().sorted(Comparator.comparing(Finding::at)).toList();
  }

  private void judge(Finding finding) {
    List<Allowance> covering = covering(finding);
    used.addAll(covering);
    boolean error = finding.severity() == Severity.ERROR;
    if (error || covering.isEmpty()) {
      left.add(finding);
    }
    if (error) {
      for (Allowance it : covering) {
        remarks.add(
            Rule.ALLOW_ERROR,
            it.at(),
            "keepalived refuses the file for %s, whatever a comment says",
            finding.rule().id());
      }
    }
  }

  private List<Allowance> covering(Finding finding) {
    if (allowances.isEmpty()) {
      return List.of();
    }
    String file = finding.at().file();
    String rule = finding.rule().id();
    List<Allowance> covering = new ArrayList<>();
    covering.addAll(allowances.getOrDefault(new Scope(file, 0, rule), List.of()));
    covering.addAll(allowances.getOrDefault(new Scope(file, finding.at().line(), rule), List.of()));
    return covering;
  }

  private void remark(Allowance allowance) {
    if (Rule.find(allowance.rule()).isEmpty()) {
      remarks.add(Rule.ALLOW_UNKNOWN, allowance.at(), "there is no rule \"%s\"", allowance.rule());
    } else if (!used.contains(allowance)) {
      remarks.add(Rule.ALLOW_UNUSED, allowance.at(), "nothing here violates %s", allowance.rule());
    }
  }
}
