/**
 * What is known of a device beforehand: deviations that have a reason and a source. {@link
 * io.vrrplab.conformance.expect.Expectations} lays them over a run, so that what is known is green,
 * and what is new is red, a deviation that has gone included.
 */
@NullMarked
package io.vrrplab.conformance.expect;

import org.jspecify.annotations.NullMarked;
