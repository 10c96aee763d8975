/**
 * Engines that are wrong on purpose, one thing each, to prove that the cases can fail.
 *
 * <p>{@link io.vrrplab.conformance.mutant.Mutants} has all of them; {@link
 * io.vrrplab.conformance.mutant.KillMatrix} says which case notices which.
 */
@NullMarked
package io.vrrplab.conformance.mutant;

import org.jspecify.annotations.NullMarked;
