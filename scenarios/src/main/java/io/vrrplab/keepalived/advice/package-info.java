/**
 * What is known to go wrong with configurations that keepalived takes without a word.
 *
 * <p>{@code Advisor} is the door. It asks the rules for one file ({@code …Advice}) and those that
 * compare the nodes of one virtual router ({@code Cluster} and its {@code …Comparison}), then takes
 * away what comments in the files allow.
 */
@NullMarked
package io.vrrplab.keepalived.advice;

import org.jspecify.annotations.NullMarked;
