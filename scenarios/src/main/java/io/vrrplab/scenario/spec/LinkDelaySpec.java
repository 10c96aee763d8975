package io.vrrplab.scenario.spec;

/**
 * How long a change of a node's link must last before its daemon heeds it.
 *
 * @param segment to which the link leads
 * @param downNanos for the loss of the link, nanoseconds
 * @param upNanos for its return, nanoseconds
 */
public record LinkDelaySpec(String segment, long downNanos, long upNanos) {}
