package io.vrrplab.lan;

import io.vrrplab.wire.Frame;

/**
 * A frame that reached a probe.
 *
 * @param nanos when its last octet arrived, nanoseconds since the start
 * @param frame its octets
 */
public record HeardFrame(long nanos, Frame frame) {}
