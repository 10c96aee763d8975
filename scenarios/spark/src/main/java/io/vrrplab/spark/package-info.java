/**
 * Campaigns past one machine: the command line of the program, with Apache Spark to work off the
 * runs.
 *
 * <p>{@link io.vrrplab.spark.SparkMain} is what {@code spark-submit} starts. What travels to the
 * executors is the scenario file and the numbers of runs; what comes back are samples, which the
 * driver folds in the order of the plan, as on one machine. That is why the bytes are the same.
 */
@NullMarked
package io.vrrplab.spark;

import org.jspecify.annotations.NullMarked;
