/**
 * Stories: read a scenario file, run it in the virtual world, judge what happened.
 *
 * <p>A file, or one that {@link io.vrrplab.scenario.ScenarioLibrary} bundles, goes through {@link
 * io.vrrplab.scenario.read.ScenarioReader}, which gives a {@link io.vrrplab.scenario.Scenario} or
 * all its problems; {@code ScenarioRunner} turns it into a {@link io.vrrplab.scenario.RunResult},
 * for which {@link io.vrrplab.scenario.judge.ExpectationJudge} writes the verdicts.
 */
@NullMarked
package io.vrrplab.scenario;

import org.jspecify.annotations.NullMarked;
