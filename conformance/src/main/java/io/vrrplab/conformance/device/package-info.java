/**
 * The port through which a case drives a device under test.
 *
 * <p>{@link io.vrrplab.conformance.device.Device} is all that a case knows of it, whether it lives
 * in simulated time, as {@link io.vrrplab.conformance.device.SimulatedDevice} does, or beyond a
 * cable. What the device claims to be stands in its {@link
 * io.vrrplab.conformance.device.DeviceProfile}; what it is told to do, in {@link
 * io.vrrplab.conformance.device.Settings}, a list of which it may refuse; what it says of itself,
 * in its {@link io.vrrplab.conformance.device.SelfReport}.
 */
@NullMarked
package io.vrrplab.conformance.device;

import org.jspecify.annotations.NullMarked;
