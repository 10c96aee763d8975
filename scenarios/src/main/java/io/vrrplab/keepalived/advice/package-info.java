/**
 * What will go wrong one day with configurations that keepalived takes.
 *
 * <p>{@code Advisor} is the door. {@code ElectionAdvice}, {@code AnnouncementAdvice}, {@code
 * TrackingAdvice} and {@code NetworkAdvice} look at one file; {@code Cluster} finds the instances
 * of several files that are one virtual router, {@code ClusterAdvice} and {@code PeerAdvice}
 * compare them. {@code Suppressions} applies the comments that silence rules.
 */
@NullMarked
package io.vrrplab.keepalived.advice;

import org.jspecify.annotations.NullMarked;
