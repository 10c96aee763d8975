package io.vrrplab.conformance.mutant;

import io.vrrplab.conformance.CaseResult;
import io.vrrplab.conformance.ConformanceCase;
import io.vrrplab.conformance.Suite;
import io.vrrplab.conformance.device.DeviceProfile;
import io.vrrplab.conformance.device.Rfc;
import io.vrrplab.conformance.device.SimulatedDevice;
import io.vrrplab.conformance.verdict.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which case notices which mutant. A case kills a mutant if it fails, or finds advice not followed;
 * one that stays inconclusive or breaks has proved nothing.
 *
 * @param suite the cases that were run
 * @param rows for each mutant under each document where it is wrong, the ids of the cases that kill
 *     it
 */
public record KillMatrix(Suite suite, SequencedMap<Row, List<String>> rows) {

  /**
   * A mutant under a document.
   *
   * @param mutant its id
   * @param rfc the document that it claims to obey
   */
  public record Row(String mutant, Rfc rfc) {}

  /**
   * What a case says of itself.
   *
   * @param caseId which case
   * @param requirement the id of a requirement that it says it tests
   */
  public record Claim(String caseId, String requirement) {}

  public KillMatrix {
    SequencedMap<Row, List<String>> copy = new LinkedHashMap<>();
    rows.forEach((row, killers) -> copy.put(row, List.copyOf(killers)));
    rows = Collections.unmodifiableSequencedMap(copy);
  }

  /** Runs every case that applies against every mutant. */
  public static KillMatrix of(Suite suite, List<Mutant> mutants) {
    SequencedMap<Row, List<String>> rows = new LinkedHashMap<>();
    for (Mutant mutant : mutants) {
      for (Rfc rfc : mutant.rfcs()) {
        List<String> killers = new ArrayList<>();
        for (ConformanceCase each : suite.cases()) {
          CaseResult result = each.run(SimulatedDevice.of(rfc, mutant.defect()));
          if (kills(result.verdict())) {
            killers.add(each.id());
          }
        }
        rows.put(new Row(mutant.id(), rfc), killers);
      }
    }
    return new KillMatrix(suite, rows);
  }

  private static boolean kills(Verdict verdict) {
    return verdict == Verdict.FAIL || verdict == Verdict.NON_STRICT;
  }

  /** Mutants that no case notices. */
  public List<Row> survivors() {
    return rows.entrySet().stream()
        .filter(row -> row.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The ids of the cases that apply to the engine of a document, and notice no mutant. */
  public List<String> idle(Rfc rfc) {
    DeviceProfile reference = SimulatedDevice.of(rfc).profile();
    SequencedSet<String> killers = killers(rfc);
    return suite.cases().stream()
        .filter(each -> each.appliesTo(reference))
        .map(ConformanceCase::id)
        .filter(id -> !killers.contains(id))
        .toList();
  }

  /** Whether each mutant is noticed, and each case notices one. */
  public boolean isWhole() {
    return survivors().isEmpty() && Stream.of(Rfc.values()).allMatch(rfc -> idle(rfc).isEmpty());
  }

  /**
   * What cases say that they test without proof: no mutant that breaks the requirement is noticed
   * by the case, under any document that has the requirement.
   *
   * @param mutants those of the matrix
   */
  public List<Claim> unproven(List<Mutant> mutants) {
    Set<Claim> proven = new LinkedHashSet<>();
    for (Mutant mutant : mutants) {
      proven.addAll(proven(mutant));
    }
    return suite.cases().stream()
        .flatMap(each ->
            Stream.concat(each.obeys().stream(), each.refuses().stream())
                .map(requirement -> new Claim(each.id(), requirement.id())))
        .filter(claim -> !proven.contains(claim))
        .toList();
  }

  /** The claims of cases that a mutant proves, since they notice it and name what it breaks. */
  public List<Claim> proven(Mutant mutant) {
    return mutant.breaks().stream()
        .flatMap(requirement ->
            mutant.rfcs().stream()
                .filter(requirement::standsIn)
                .flatMap(rfc -> killers(mutant, rfc).stream())
                .filter(id -> suite.named(id).tests(requirement))
                .map(id -> new Claim(id, requirement.id())))
        .distinct()
        .toList();
  }

  /** The ids of the cases that notice a mutant under a document. */
  public List<String> killers(Mutant mutant, Rfc rfc) {
    return rows.getOrDefault(new Row(mutant.id(), rfc), List.of());
  }

  /** The ids of all cases that kill at least one mutant under a document. */
  public SequencedSet<String> killers(Rfc rfc) {
    SequencedSet<String> killers = new LinkedHashSet<>();
    rows.forEach((row, names) -> {
      if (row.rfc() == rfc) {
        killers.addAll(names);
      }
    });
    return Collections.unmodifiableSequencedSet(killers);
  }
}
