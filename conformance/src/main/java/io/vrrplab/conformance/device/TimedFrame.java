package io.vrrplab.conformance.device;

import io.vrrplab.wire.Frame;

/**
 * A frame and when it was on the wire.
 *
 * @param atNanos nanoseconds on the clock of the device's port
 * @param frame its octets
 */
public record TimedFrame(long atNanos, Frame frame) {}
