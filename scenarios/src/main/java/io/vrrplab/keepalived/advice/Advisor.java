package io.vrrplab.keepalived.advice;

import io.vrrplab.keepalived.config.KeepalivedConfig;
import io.vrrplab.keepalived.finding.Finding;
import io.vrrplab.keepalived.finding.Findings;
import io.vrrplab.keepalived.read.KeepalivedReader.Read;
import io.vrrplab.keepalived.syntax.Allowance;
import java.util.List;

/** Holds configurations against what is known to go wrong. */
public final class Advisor {

  private Advisor() {}

  /**
   * Says all there is to say about files that were read.
   *
   * @param files one a node; several are taken for nodes of one network and compared
   * @return by place: what reading found and what the rules advise, without what comments allow
   */
  public static List<Finding> advise(List<Read> files) {
    Findings findings = new Findings();
    files.forEach(file -> findings.addAll(file.findings()));
    List<Allowance> allowances =
        files.stream().flatMap(file -> file.allowances().stream()).distinct().toList();
    return new Allowed(allowances).remaining(findings.sorted());
  }

  /** The configurations of the files. */
  static List<KeepalivedConfig> configs(List<Read> files) {
    return files.stream().map(Read::config).toList();
  }
}
