package io.vrrplab.conformance.device;

import io.vrrplab.wire.Frame;

/**
 * A frame, and where and when it was on the wire.
 *
 * @param lan where
 * @param atNanos nanoseconds on the clock of the device's port
 * @param frame its octets
 */
public record TimedFrame(Lan lan, long atNanos, Frame frame) {}
