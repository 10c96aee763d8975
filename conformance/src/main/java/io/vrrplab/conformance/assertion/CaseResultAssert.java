package io.vrrplab.conformance.assertion;

import io.vrrplab.conformance.CaseResult;
import io.vrrplab.conformance.verdict.Verdict;
import org.assertj.core.api.AbstractAssert;

/** Assertions about what a case found; a failure tells all that the case's report does. */
public final class CaseResultAssert extends AbstractAssert<CaseResultAssert, CaseResult> {

  CaseResultAssert(CaseResult actual) {
    super(actual, CaseResultAssert.class);
  }

  /** The device did all that the case asks for. */
  public CaseResultAssert passes() {
    return endsIn(Verdict.PASS);
  }

  /** The case ended so. */
  public CaseResultAssert endsIn(Verdict verdict) {
    if (actual.verdict() != verdict) {
      failWithMessage("Expected %s, but:%n%s", verdict.key(), actual.text());
    }
    return this;
  }
}
