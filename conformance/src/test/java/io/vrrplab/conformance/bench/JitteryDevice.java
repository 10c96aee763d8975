package io.vrrplab.conformance.bench;

import io.vrrplab.conformance.device.Configured;
import io.vrrplab.conformance.device.Device;
import io.vrrplab.conformance.device.DeviceProfile;
import io.vrrplab.conformance.device.Lan;
import io.vrrplab.conformance.device.Rfc;
import io.vrrplab.conformance.device.SelfReport;
import io.vrrplab.conformance.device.Settings;
import io.vrrplab.conformance.device.SimulatedDevice;
import io.vrrplab.conformance.device.TimedFrame;
import io.vrrplab.wire.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The engine beyond a way that takes now this long, now that; and a tester that oversleeps. */
final class JitteryDevice implements Device {

  private final Device device = SimulatedDevice.of(Rfc.RFC9568);
  private final long toleranceNanos;
  private final long jitterNanos;
  private final long oversleepNanos;
  private @Nullable TimedFrame early;
  private long draws;

  JitteryDevice(long toleranceNanos, long jitterNanos, long oversleepNanos) {
    this.toleranceNanos = toleranceNanos;
    this.jitterNanos = jitterNanos;
    this.oversleepNanos = oversleepNanos;
  }

  @Override
  public DeviceProfile profile() {
    DeviceProfile exact = device.profile();
    return new DeviceProfile(
        exact.name(),
        exact.version(),
        exact.rfc(),
        exact.attachments(),
        toleranceNanos,
        exact.declined());
  }

  @Override
  public Configured configure(List<Settings> routers) {
    return device.configure(routers);
  }

  @Override
  public void start() {
    device.start();
  }

  @Override
  public void stop() {
    device.stop();
  }

  @Override
  public void link(Lan lan, boolean up) {
    device.link(lan, up);
  }

  @Override
  public long send(Lan lan, Frame frame) {
    return device.send(lan, frame);
  }

  /** A frame is seen up to the jitter later than it was sent, in a row that always is the same. */
  @Override
  public @Nullable TimedFrame next(long deadlineNanos) {
    TimedFrame next = early == null ? device.next(deadlineNanos) : early;
    early = null;
    if (next == null) {
      TimedFrame overslept = device.next(deadlineNanos + oversleepNanos);
      early = overslept;
      return null;
    }
    long late = jitterNanos * (draws++ % 4) / 3;
    return new TimedFrame(next.lan(), next.atNanos() + late, next.frame());
  }

  @Override
  public long nowNanos() {
    return device.nowNanos();
  }

  @Override
  public SelfReport selfReport() {
    return device.selfReport();
  }
}
