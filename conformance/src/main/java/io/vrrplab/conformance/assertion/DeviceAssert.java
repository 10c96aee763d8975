package io.vrrplab.conformance.assertion;

import io.vrrplab.conformance.bench.Anatomy;
import io.vrrplab.conformance.bench.Field;
import io.vrrplab.conformance.device.Device;
import io.vrrplab.conformance.device.TimedFrame;
import java.time.Duration;
import java.util.function.Predicate;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about what a device does from now on; each lets time pass. A Master is known by its
 * adverts, a Backup by its silence.
 */
public final class DeviceAssert extends AbstractAssert<DeviceAssert, Device> {

  DeviceAssert(Device actual) {
    super(actual, DeviceAssert.class);
  }

  /** It advertises before a length of time is over; time stops at its first advert. */
  public DeviceAssert becomesMasterWithin(Duration limit) {
    Heard advert = next(frame -> frame.isAdvert() && !frame.isRelease(), limit);
    if (advert == null) {
      failWithMessage("Expected an advert within %s, but there was none", limit);
    }
    return this;
  }

  /** It advertises, but not before one length of time and not after another one. */
  public DeviceAssert becomesMasterBetween(Duration earliest, Duration latest) {
    return staysSilentFor(earliest.minusNanos(1))
        .becomesMasterWithin(latest.minus(earliest).plusNanos(1));
  }

  /** It sends no advert for a length of time. */
  public DeviceAssert staysSilentFor(Duration length) {
    Heard advert = next(Anatomy::isAdvert, length);
    if (advert != null) {
      failWithMessage(
          "Expected no advert for %s, but there was one of priority %d after %s",
          length, advert.frame().value(Field.VRRP_PRIORITY), advert.after());
    }
    return this;
  }

  /** It gives its role away by an advert of priority 0 before a length of time is over. */
  public DeviceAssert releasesWithin(Duration limit) {
    if (next(Anatomy::isRelease, limit) == null) {
      failWithMessage("Expected a release within %s, but there was none", limit);
    }
    return this;
  }

  private record Heard(Anatomy frame, Duration after) {}

  private @Nullable Heard next(Predicate<Anatomy> kind, Duration limit) {
    long from = actual.nowNanos();
    long deadline = from + limit.toNanos();
    for (TimedFrame next = actual.next(deadline); next != null; next = actual.next(deadline)) {
      Anatomy frame = Anatomy.of(next.frame());
      if (kind.test(frame)) {
        return new Heard(frame, Duration.ofNanos(next.atNanos() - from));
      }
    }
    return null;
  }
}
