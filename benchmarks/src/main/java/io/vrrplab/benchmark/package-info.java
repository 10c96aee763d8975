/**
 * How fast it is: a benchmark beside every claim of speed.
 *
 * <p>Each class measures one part through its public door; names end in {@code Benchmark}. They are
 * run from the shaded {@code benchmarks.jar}, never by the tests, because a shared machine measures
 * badly.
 */
@NullMarked
package io.vrrplab.benchmark;

import org.jspecify.annotations.NullMarked;
