package io.vrrplab.cli;

import io.vrrplab.keepalived.advice.Advisor;
import io.vrrplab.keepalived.advice.Suppressions;
import io.vrrplab.keepalived.finding.Finding;
import io.vrrplab.keepalived.finding.Position;
import io.vrrplab.keepalived.finding.Rule;
import io.vrrplab.keepalived.finding.Severity;
import io.vrrplab.keepalived.read.KeepalivedReader;
import io.vrrplab.keepalived.syntax.Allowance;
import io.vrrplab.keepalived.syntax.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What there is to say about the keepalived.conf files of a command line, which count as the nodes
 * of one cluster.
 *
 * @param findings by place; those that comments silence are left out
 * @param files how many were read
 */
record ConfigurationCheck(List<Finding> findings, int files) {

  /** Whether a word of the command line names such a file: also keepalived.conf.sample. */
  static boolean isConfiguration(String word) {
    try {
      Path path = Path.of(word);
      String name = String.valueOf(path.getFileName());
      boolean named = name.endsWith(".conf") || name.startsWith("keepalived.conf.");
      return named && !Files.isDirectory(path);
    } catch (InvalidPathException _) {
      return false;
    }
  }

  /** Those in a folder that holds no scenario, by name; none where there is a scenario. */
  static List<String> inFolder(String word) {
    try {
      Path folder = Path.of(word);
      if (!Files.isDirectory(folder) || ScenarioFinder.holdsScenario(folder)) {
        return List.of();
      }
      try (Stream<Path> entries = Files.list(folder)) {
        return entries
            .map(Path::toString)
            .filter(ConfigurationCheck::isConfiguration)
            .sorted()
            .toList();
      }
    } catch (IOException | InvalidPathException _) {
      return List.of();
    }
  }

  static ConfigurationCheck of(List<String> words, ReadOptions options) {
    List<Finding> findings = new ArrayList<>();
    List<KeepalivedReader.Read> files = new ArrayList<>();
    for (String word : words) {
      try {
        files.add(KeepalivedReader.read(Path.of(word), options));
      } catch (InvalidPathException _) {
        findings.add(
            new Finding(
                Rule.UNREADABLE,
                Position.ofFile(word),
                "this is not a path that the system's character set can write"));
      }
    }
    List<Allowance> allowances = new ArrayList<>();
    files.forEach(file -> findings.addAll(file.findings()));
    files.forEach(file -> allowances.addAll(file.allowances()));
    findings.addAll(Advisor.advise(files.stream().map(KeepalivedReader.Read::config).toList()));
    return new ConfigurationCheck(Suppressions.apply(findings, allowances), files.size());
  }

  /** How many there are, those counted that are folded into one. */
  long count(Severity severity) {
    return findings.stream()
        .filter(finding -> finding.severity() == severity)
        .mapToLong(Finding::occurrences)
        .sum();
  }
}
