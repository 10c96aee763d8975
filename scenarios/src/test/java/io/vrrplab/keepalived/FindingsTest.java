package io.vrrplab.keepalived;

import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.keepalived.advice.Advisor;
import io.vrrplab.keepalived.advice.Suppressions;
import io.vrrplab.keepalived.finding.Finding;
import io.vrrplab.keepalived.finding.Rule;
import io.vrrplab.keepalived.read.KeepalivedReader;
import io.vrrplab.keepalived.syntax.Allowance;
import io.vrrplab.keepalived.syntax.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Compares all findings in the corpus, in the configurations of bundled scenarios and in clusters
 * with those that a person has read and approved, in the files {@code *.findings}.
 *
 * <p>After a change that is meant to show, run {@code mvn test -pl scenarios -am -Dgolden.bless}
 * and read what {@code git diff} says.
 */
class FindingsTest {

  /** What only a file that no repository should hold would show, or one for a later keepalived. */
  private static final List<Rule> NOT_SHOWN =
      List.of(
          Rule.TOO_LARGE,
          Rule.UNREADABLE,
          Rule.INCLUDE_OUTSIDE,
          Rule.ADDRESS_NOWHERE,
          Rule.AUTH_HMAC);

  @Test
  void shouldFindInTheCorpusWhatWasApproved() throws IOException {
    assertApproved("corpus.findings", Corpus.FILES, findings(oneByOne(Corpus.FILES)));
  }

  @Test
  void shouldFindInBundledScenariosWhatWasApproved() throws IOException {
    assertApproved("library.findings", Corpus.LIBRARY, findings(oneByOne(Corpus.LIBRARY)));
  }

  @Test
  void shouldFindInClustersWhatWasApproved() throws IOException {
    assertApproved("clusters.findings", Corpus.CLUSTERS, findings(clusters()));
  }

  @Test
  void shouldShowEachRule() {
    List<List<Path>> all = new ArrayList<>(clusters());
    all.addAll(oneByOne(Corpus.FILES));

    List<Rule> shown = findings(all).stream().map(Finding::rule).distinct().toList();

    assertThat(Rule.values())
        .filteredOn(rule -> !NOT_SHOWN.contains(rule))
        .allSatisfy(rule -> assertThat(shown).contains(rule));
  }

  private static List<List<Path>> oneByOne(Path folder) {
    return Corpus.configurations(folder).stream().map(List::of).toList();
  }

  /** The files of a folder are the nodes of one cluster. */
  private static List<List<Path>> clusters() {
    Map<Path, List<Path>> clusters = new LinkedHashMap<>();
    for (Path file : Corpus.configurations(Corpus.CLUSTERS)) {
      clusters.computeIfAbsent(file.getParent(), _ -> new ArrayList<>()).add(file);
    }
    return List.copyOf(clusters.values());
  }

  private static List<Finding> findings(List<List<Path>> clusters) {
    return clusters.stream().flatMap(files -> check(files).stream()).toList();
  }

  private static List<Finding> check(List<Path> files) {
    List<KeepalivedReader.Read> reads =
        files.stream().map(file -> KeepalivedReader.read(file, ReadOptions.PLAIN)).toList();
    List<Finding> findings = new ArrayList<>();
    List<Allowance> allowances = new ArrayList<>();
    reads.forEach(read -> findings.addAll(read.findings()));
    reads.forEach(read -> allowances.addAll(read.allowances()));
    findings.addAll(Advisor.advise(reads.stream().map(KeepalivedReader.Read::config).toList()));
    return Suppressions.apply(findings, allowances);
  }

  private static void assertApproved(String name, Path folder, List<Finding> findings)
      throws IOException {
    String found =
        findings.stream()
            .map(finding -> finding.toString().replace(folder + "/", "") + "\n")
            .collect(Collectors.joining());
    Path approved = Corpus.FILES.resolveSibling(name);
    if (System.getProperty("golden.bless") != null) {
      Files.writeString(approved, found);
    }
    assertThat(found).isEqualTo(Files.readString(approved));
  }
}
