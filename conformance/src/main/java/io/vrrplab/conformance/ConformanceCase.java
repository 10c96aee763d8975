package io.vrrplab.conformance;

import io.vrrplab.conformance.bench.Bench;
import io.vrrplab.conformance.bench.CaseBody;
import io.vrrplab.conformance.bench.Findings;
import io.vrrplab.conformance.device.Ability;
import io.vrrplab.conformance.device.Device;
import io.vrrplab.conformance.device.DeviceProfile;
import io.vrrplab.conformance.device.Rfc;
import io.vrrplab.conformance.verdict.Verdict;
import io.vrrplab.vrrp.AddressFamily;
import java.util.List;
import java.util.stream.Stream;

/**
 * A case that can be run.
 *
 * @param id the stable name; one that is run in both states ends in {@code /backup} or {@code
 *     /master}
 * @param version counts the changes to what the case judges, from 1
 * @param title what a device that passes does
 * @param tags words to choose it by: the part of the protocol, and the state if it is run in both
 * @param family of the virtual router that it is run with
 * @param obeys requirements that it shows obeyed
 * @param refuses requirements whose violation it shows refused or absent
 * @param rfcs the documents it applies to
 * @param needs what the device has to offer
 * @param body what it does
 */
public record ConformanceCase(
    String id,
    int version,
    String title,
    List<String> tags,
    AddressFamily family,
    List<Requirement> obeys,
    List<Requirement> refuses,
    List<Rfc> rfcs,
    List<Ability> needs,
    CaseBody body) {

  public ConformanceCase {
    tags = List.copyOf(tags);
    obeys = List.copyOf(obeys);
    refuses = List.copyOf(refuses);
    rfcs = List.copyOf(rfcs);
    needs = List.copyOf(needs);
    if (obeys.isEmpty() && refuses.isEmpty()) {
      throw new IllegalArgumentException(id + " names no requirement");
    }
  }

  /** The requirements that it tests under a document, those obeyed first. */
  public List<Requirement> requirements(Rfc rfc) {
    return Stream.concat(obeys.stream(), refuses.stream())
        .filter(requirement -> requirement.standsIn(rfc))
        .toList();
  }

  /** Whether it shows a requirement obeyed, or its violation refused. */
  public boolean tests(Requirement requirement) {
    return obeys.contains(requirement) || refuses.contains(requirement);
  }

  /** Whether a device's declaration puts the case in question at all. */
  public boolean appliesTo(DeviceProfile device) {
    return rfcs.contains(device.rfc()) && needs.stream().noneMatch(device.declined()::contains);
  }

  /** Runs the case against a device that nobody has used before. */
  public CaseResult run(Device device) {
    DeviceProfile profile = device.profile();
    if (!appliesTo(profile)) {
      return CaseResult.notRun(this, profile, Verdict.NOT_APPLICABLE, whyNot(profile));
    }
    Findings findings = Bench.run(device, family, body);
    boolean advice = requirements(profile.rfc()).stream().allMatch(Requirement::isAdvice);
    if (findings.verdict() == Verdict.FAIL && advice) {
      findings = findings.as(Verdict.NON_STRICT);
    }
    return new CaseResult(this, profile, findings);
  }

  private String whyNot(DeviceProfile profile) {
    if (!rfcs.contains(profile.rfc())) {
      return profile.rfc().title() + " does not ask for this";
    }
    return needs.stream()
        .filter(profile.declined()::contains)
        .map(ability -> "declined: no device that " + ability.words())
        .findFirst()
        .orElseThrow();
  }
}
