/**
 * What people and CI read of a run: the terminal report and the result file.
 *
 * <p>Both are pure functions of a {@link io.vrrplab.scenario.RunResult}: {@code RunReport} lays it
 * out for a person, section by section, and {@code ResultJson} writes it for a machine. Start at
 * one of the two; everything else here is a section, a column or a way to write a duration.
 */
@NullMarked
package io.vrrplab.report;

import org.jspecify.annotations.NullMarked;
