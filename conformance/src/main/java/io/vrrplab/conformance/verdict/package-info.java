/**
 * How a case ended, and what that makes of a run. The two rules differ on purpose: in a case,
 * trouble of the tester's own makes the verdict untrustworthy; in a run, it must not hide a defect
 * that was found.
 */
@NullMarked
package io.vrrplab.conformance.verdict;

import org.jspecify.annotations.NullMarked;
