/**
 * What can go wrong: a closed family of values, and the injector that does one to a lab at a time.
 *
 * <p>A {@link io.vrrplab.fault.Fault} says what, {@link io.vrrplab.fault.FaultInjector} does it.
 */
@NullMarked
package io.vrrplab.fault;

import org.jspecify.annotations.NullMarked;
