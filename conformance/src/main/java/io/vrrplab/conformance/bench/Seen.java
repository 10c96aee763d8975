package io.vrrplab.conformance.bench;

import io.vrrplab.conformance.device.Lan;

/**
 * A frame of the device.
 *
 * @param lan where it was
 * @param atNanos when it was on the wire
 * @param frame what stands in it
 */
public record Seen(Lan lan, long atNanos, Anatomy frame) {}
