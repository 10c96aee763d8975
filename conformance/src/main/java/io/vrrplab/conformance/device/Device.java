package io.vrrplab.conformance.device;

import io.vrrplab.wire.Frame;
import org.jspecify.annotations.Nullable;

/**
 * A router under test, alone with the tester on one segment. Times are nanoseconds on one clock
 * that never runs backwards; where it starts does not matter. One device serves one case.
 *
 * <p>Every method may throw a {@link DeviceException} if the device, or the way to it, broke.
 */
public interface Device {

  /** What the device claims to be. */
  DeviceProfile profile();

  /** Tells the device, while it is stopped, what virtual router to run. */
  void configure(Settings settings);

  /** Starts the protocol; the device is in Initialize until then. */
  void start();

  /** Ends the protocol in good order. */
  void stop();

  /**
   * Puts a frame on the segment.
   *
   * @return when it left, nanoseconds
   */
  long send(Frame frame);

  /**
   * Lets time pass until the device is heard.
   *
   * @param deadlineNanos how long to wait; what arrives at that very time still counts
   * @return the next frame of the device, or null if the deadline came first
   */
  @Nullable TimedFrame next(long deadlineNanos);

  /** The time. */
  long nowNanos();
}
