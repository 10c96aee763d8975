package io.vrrplab.keepalived.config;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * When a node takes over from a Master of lower priority.
 *
 * @param allowed whether it does at all
 * @param delay how long it waits, 0 to 1000 s
 * @param yieldWhenLate to which priority it yields when its timer was late; empty: it does not
 */
public record Preemption(boolean allowed, Duration delay, OptionalInt yieldWhenLate) {}
