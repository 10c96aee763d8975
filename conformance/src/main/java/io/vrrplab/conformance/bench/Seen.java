package io.vrrplab.conformance.bench;

/**
 * A frame of the device.
 *
 * @param atNanos when it was on the wire
 * @param frame what stands in it
 */
public record Seen(long atNanos, Anatomy frame) {}
