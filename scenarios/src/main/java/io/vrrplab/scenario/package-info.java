/**
 * Stories: read a scenario file, run it in the virtual world, judge what happened.
 *
 * <p>A file goes through {@code ScenarioReader}, which gives a {@code Scenario} or all its
 * problems; {@code ScenarioRunner} turns it into a {@link io.vrrplab.scenario.RunResult}.
 */
@NullMarked
package io.vrrplab.scenario;

import org.jspecify.annotations.NullMarked;
