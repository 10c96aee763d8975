/**
 * The cases, one class for each section of the RFCs.
 *
 * <p>A case is a method with a {@link io.vrrplab.conformance.cases.Case} on it that takes a {@link
 * io.vrrplab.conformance.bench.Bench}; one that also takes a {@link
 * io.vrrplab.conformance.bench.Standing} is run once in each state. The same text runs in simulated
 * and in real time.
 */
@NullMarked
package io.vrrplab.conformance.cases;

import org.jspecify.annotations.NullMarked;
