package io.vrrplab.conformance.device;

import io.vrrplab.wire.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A router under test, alone with the tester on one LAN or on two. Times are nanoseconds on one
 * clock that never runs backwards; where it starts does not matter. One device serves one case.
 *
 * <p>Every method may throw a {@link DeviceException} if the device, or the way to it, broke.
 */
public interface Device {

  /** What the device claims to be. */
  DeviceProfile profile();

  /**
   * Tells the device what virtual routers to run, no two with the same VRID and family on one LAN.
   * One that runs goes on with what is new about them; which ones there are does not change then,
   * and only a device with {@link Ability#RECONFIGURATION} is told.
   */
  Configured configure(List<Settings> routers);

  /** Starts the protocol; the device is in Initialize until then. */
  void start();

  /** Ends the protocol in good order. */
  void stop();

  /** Cuts the device off from a LAN, or joins it again ({@link Ability#LINK}). */
  void link(Lan lan, boolean up);

  /**
   * Puts a frame on a LAN.
   *
   * @return when it left, nanoseconds
   */
  long send(Lan lan, Frame frame);

  /**
   * Lets time pass until the device is heard.
   *
   * @param deadlineNanos how long to wait; what arrives at that very time still counts
   * @return the next frame of the device, or null if the deadline came first
   */
  @Nullable TimedFrame next(long deadlineNanos);

  /** The time. */
  long nowNanos();

  /** What the device says of itself, as far as it declares to say anything. */
  SelfReport selfReport();
}
