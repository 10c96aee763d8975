package io.vrrplab.keepalived.config;

import java.time.Duration;

/**
 * A bfd_instance that VRRP is told of.
 *
 * @param name by which instances refer to it
 * @param idleInterval of its packets while it is down, at least 1 s
 * @param weight 0: a session that is down is a fault; -253 to 253
 * @param reverse whether the weight changes its sign; of weight 0, whether up is the fault
 */
public record BfdSession(String name, Duration idleInterval, int weight, boolean reverse) {}
