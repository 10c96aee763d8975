package io.vrrplab.keepalived.read;

import io.vrrplab.keepalived.config.KeepalivedConfig;
import io.vrrplab.keepalived.finding.Finding;
import io.vrrplab.keepalived.finding.Findings;
import io.vrrplab.keepalived.finding.Severity;
import io.vrrplab.keepalived.syntax.Allowance;
import io.vrrplab.keepalived.syntax.ReadOptions;
import io.vrrplab.keepalived.syntax.SyntaxReader;
import java.nio.file.Path;
import java.util.List;

/** Reads keepalived.conf files. */
public final class KeepalivedReader {

  private KeepalivedReader() {}

  /**
   * A file that was read.
   *
   * @param config what keepalived would run, after all its fallbacks; without an instance where
   *     nothing is left
   * @param findings by place
   * @param allowances the comments that silence rules, not applied yet
   */
  public record Read(KeepalivedConfig config, List<Finding> findings, List<Allowance> allowances) {

    public Read {
      findings = List.copyOf(findings);
      allowances = List.copyOf(allowances);
    }

    /** Whether {@code keepalived -t} would take the file, on a host that has what it names. */
    public boolean accepted() {
      return findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
    }
  }

  /**
   * Reads a file and those that it includes from its folder. Never fails: what is wrong, even a
   * file that is not there, is a finding.
   */
  public static Read read(Path file, ReadOptions options) {
    Findings findings = new Findings();
    SyntaxReader.Tree tree = SyntaxReader.read(file, options, findings);
    KeepalivedConfig config =
        new ConfigReader(file.toString(), tree.nodes(), options.version(), findings).read();
    return new Read(config, findings.sorted(), tree.allowances());
  }
}
