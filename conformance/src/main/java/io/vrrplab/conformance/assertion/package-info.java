/**
 * Assertions that read like the protocol, for cases of your own in any test of JUnit: {@code
 * assertThat(device).becomesMasterWithin(seconds(4))}. They judge by frames, as the suite does.
 *
 * <p>{@link io.vrrplab.conformance.assertion.VrrpAssertions} is the door. AssertJ has to be on the
 * class path.
 */
@NullMarked
package io.vrrplab.conformance.assertion;

import org.jspecify.annotations.NullMarked;
