package io.vrrplab.conformance.bench;

/** What a case does. */
@FunctionalInterface
public interface CaseBody {

  /** Drives the device and judges what it sees, by way of the bench. */
  void run(Bench bench);
}
