/**
 * Asks whether an implementation obeys RFC 3768, RFC 5798 or RFC 9568, by the frames it sends.
 *
 * <p>{@link io.vrrplab.conformance.Suite} knows all cases, {@link
 * io.vrrplab.conformance.ConformanceCase} runs one against a {@link
 * io.vrrplab.conformance.device.Device}, and {@link io.vrrplab.conformance.SuiteRun} runs all of
 * them between two runs of the baseline.
 */
@NullMarked
package io.vrrplab.conformance;

import org.jspecify.annotations.NullMarked;
