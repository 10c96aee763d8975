package io.vrrplab.cli;

import io.vrrplab.keepalived.advice.Advisor;
import io.vrrplab.keepalived.finding.Finding;
import io.vrrplab.keepalived.finding.Severity;
import io.vrrplab.keepalived.read.KeepalivedReader;
import io.vrrplab.keepalived.syntax.ReadOptions;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The keepalived.conf files of one {@code check}, read as the nodes of one network.
 *
 * @param files how many
 * @param findings by place
 */
record ConfigurationCheck(int files, List<Finding> findings) {

  /** As {@code m1.conf}, and {@code keepalived.conf.sample} in which packages ship theirs. */
  private static final Pattern CONFIGURATION = Pattern.compile("[^/]*\\.conf(\\.[^/]*)?");

  /** Whether a word of the command line names a keepalived.conf rather than a scenario. */
  static boolean isConfiguration(String word) {
    try {
      Path name = Path.of(word).getFileName();
      return name != null && CONFIGURATION.matcher(name.toString()).matches();
    } catch (InvalidPathException _) {
      return false;
    }
  }

  static ConfigurationCheck of(List<String> words, ReadOptions options) {
    List<KeepalivedReader.Read> files =
        words.stream().map(word -> KeepalivedReader.read(Path.of(word), options)).toList();
    return new ConfigurationCheck(files.size(), Advisor.advise(files));
  }

  long count(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }
}
