package io.vrrplab.conformance.bench;

import io.vrrplab.conformance.device.Configured;
import io.vrrplab.conformance.device.Device;
import io.vrrplab.conformance.device.Lan;
import io.vrrplab.conformance.device.Settings;
import io.vrrplab.conformance.device.TimedFrame;
import io.vrrplab.vrrp.AddressFamily;
import io.vrrplab.wire.Frame;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What all that is asked about one device has in common: the device, and what went to and fro. */
final class Wire {

  private final Device device;
  private final Ladder ladder = new Ladder();
  private final long beganNanos;
  private final List<Seen> heard = new ArrayList<>();
  private final List<Settings> routers = new ArrayList<>();

  /** Whether the device knows what it is to run. */
  private boolean told;

  private boolean judged;

  /** By how much the tester itself woke up too late, at worst; nothing in simulated time. */
  private long latenessNanos;

  Wire(Device device, Settings first) {
    this.device = device;
    this.beganNanos = device.nowNanos();
    routers.add(first);
  }

  Device device() {
    return device;
  }

  Ladder ladder() {
    return ladder;
  }

  double seconds() {
    return (device.nowNanos() - beganNanos) / 1e9;
  }

  void judged() {
    judged = true;
  }

  boolean isJudged() {
    return judged;
  }

  long latenessNanos() {
    return latenessNanos;
  }

  /** One more virtual router of the device; gives its place. */
  int add(Settings settings) {
    if (told) {
      throw new IllegalStateException("the device has been told already what it is to run");
    }
    routers.add(settings);
    return routers.size() - 1;
  }

  Settings settings(int router) {
    return routers.get(router);
  }

  /** Changes what a virtual router is to be; a device that knows what to run is told at once. */
  Configured change(int router, Settings settings) {
    if (told) {
      return offer(router, settings);
    }
    routers.set(router, settings);
    return new Configured.Taken();
  }

  /** Tells the device at once; nothing has changed if it refuses. */
  Configured offer(int router, Settings settings) {
    ladder.act(device.nowNanos(), "tells the device: " + Ladder.describe(settings));
    Settings before = routers.set(router, settings);
    Configured answer = tell();
    if (answer instanceof Configured.Refused) {
      routers.set(router, before);
    }
    return answer;
  }

  /** Tells the device what to run, unless it knows. */
  Configured introduce() {
    return told ? new Configured.Taken() : tell();
  }

  private Configured tell() {
    Configured answer = device.configure(List.copyOf(routers));
    told |= answer instanceof Configured.Taken;
    return answer;
  }

  long send(Lan lan, String what, Frame frame) {
    long at = device.send(lan, frame);
    ladder.sent(lan, at, what, Anatomy.of(frame));
    return at;
  }

  List<Seen> heard() {
    return List.copyOf(heard);
  }

  /**
   * A frame of the device by its place in the row of all, heard until a deadline; null if the
   * deadline came first.
   */
  @Nullable Seen heard(int place, long deadlineNanos) {
    if (place < heard.size()) {
      Seen past = heard.get(place);
      return past.atNanos() <= deadlineNanos ? past : null;
    }
    long from = device.nowNanos();
    TimedFrame next = device.next(deadlineNanos);
    if (next == null) {
      latenessNanos = Math.max(latenessNanos, device.nowNanos() - Math.max(deadlineNanos, from));
      return null;
    }
    Seen seen = new Seen(next.lan(), next.atNanos(), Anatomy.of(next.frame()));
    ladder.heard(seen);
    heard.add(seen);
    return seen;
  }

  /** Whether a frame is an advert of another virtual router of the device than one. */
  boolean isOfAnother(int router, Seen seen) {
    Settings own = routers.get(router);
    return routers.size() > 1
        && seen.frame().isAdvert()
        && !isOf(own, seen)
        && routers.stream().anyMatch(each -> isOf(each, seen));
  }

  private static boolean isOf(Settings settings, Seen advert) {
    return advert.lan() == settings.lan()
        && advert.frame().value(Field.VRRP_VRID) == settings.virtualRouterId()
        && advert.frame().isIpv6() == (settings.family() == AddressFamily.IPV6);
  }
}
