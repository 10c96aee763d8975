/**
 * The command line: what a person types, and the exit code that answers.
 *
 * <p>{@code Main} picks the command, {@code RunCommand}, {@code CheckCommand} and {@code
 * ListCommand} do the work, each asking an {@code Engine} for scenarios and runs. Whatever goes
 * wrong on the way ends as a {@code Refusal}: one line on standard error and an exit code.
 */
@NullMarked
package io.vrrplab.cli;

import org.jspecify.annotations.NullMarked;
