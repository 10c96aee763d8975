package io.vrrplab.lan;

import io.vrrplab.wire.Frame;

/**
 * A frame on its way: all who hear it share this one object.
 *
 * @param number counts the transmissions of a lab, from 0
 * @param origin the port that put the frame on the wire
 * @param frame its octets
 */
public record Transmission(long number, Port origin, Frame frame) {}
