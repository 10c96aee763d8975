/**
 * What a scenario says, as immutable values: segments, routers, traffic, faults, expectations.
 *
 * <p>{@link io.vrrplab.scenario.Scenario} holds them all; families that are closed are sealed, so
 * that a {@code switch} over them names every kind. A number that the file may leave to chance is a
 * {@link io.vrrplab.scenario.spec.Quantity}, plain once the scenario is resolved.
 */
@NullMarked
package io.vrrplab.scenario.spec;

import org.jspecify.annotations.NullMarked;
