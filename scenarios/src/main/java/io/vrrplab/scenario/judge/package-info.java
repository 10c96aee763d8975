/**
 * Holds what came of a run against what was expected.
 *
 * <p>{@link io.vrrplab.scenario.judge.ExpectationJudge} is a pure function from expectations and
 * the reports of the meters, gathered in {@link io.vrrplab.scenario.judge.Observations}, to
 * judgements. Every judgement says what was seen, in proof as well as in complaint.
 */
@NullMarked
package io.vrrplab.scenario.judge;

import org.jspecify.annotations.NullMarked;
