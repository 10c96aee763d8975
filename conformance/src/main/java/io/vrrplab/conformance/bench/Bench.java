package io.vrrplab.conformance.bench;

import io.vrrplab.conformance.device.Device;
import io.vrrplab.conformance.device.DeviceException;
import io.vrrplab.conformance.device.Rfc;
import io.vrrplab.conformance.device.Settings;
import io.vrrplab.conformance.device.TimedFrame;
import io.vrrplab.conformance.verdict.Verdict;
import io.vrrplab.vrrp.AddressFamily;
import io.vrrplab.wire.Frame;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.MacAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One device and one case. A step that finds a requirement broken ends the case; so does one that
 * cannot reach what the case stands on, which leaves it inconclusive. Only frames and their times
 * are judged, never what the device says of itself.
 *
 * <p>All times are nanoseconds on the device's clock; windows have both ends included.
 */
public final class Bench {

  private final Device device;
  private final Ladder ladder = new Ladder();
  private final long beganNanos;
  private final List<Seen> heard = new ArrayList<>();
  private Settings settings;
  private boolean configured;
  private boolean judged;

  /** By how much the tester itself woke up too late, at worst; nothing in simulated time. */
  private long latenessNanos;

  private Bench(Device device, AddressFamily family) {
    this.device = device;
    this.settings = Settings.of(family);
    this.beganNanos = device.nowNanos();
  }

  /**
   * Runs a case against a device that nobody has used before.
   *
   * @param family of the virtual router, unless the case configures another
   */
  public static Findings run(Device device, AddressFamily family, CaseBody body) {
    Bench bench = new Bench(device, family);
    try {
      body.run(bench);
    } catch (CaseEnded ended) {
      return bench.findings(ended.verdict(), ended.expected(), ended.seen(), ended.differences());
    } catch (DeviceException broken) {
      String why = String.valueOf(broken.getMessage());
      return bench.findings(Verdict.ERROR, "a device that can be driven", why, List.of());
    }
    return bench.judged
        ? bench.findings(Verdict.PASS, "", "", List.of())
        : bench.findings(Verdict.ERROR, "a case that judges something", "nothing", List.of());
  }

  private Findings findings(
      Verdict verdict, String expected, String seen, List<Difference> differences) {
    double seconds = (device.nowNanos() - beganNanos) / 1e9;
    return new Findings(verdict, expected, seen, differences, ladder.lines(), seconds);
  }

  /** The document that the device claims to obey. */
  public Rfc rfc() {
    return device.profile().rfc();
  }

  /** What the device sends adverts from. */
  public IpAddress deviceAddress() {
    return switch (settings.family()) {
      case IPV4 -> device.profile().primaryAddress();
      case IPV6 -> device.profile().linkLocalAddress();
    };
  }

  /** The hardware address of the device's interface. */
  public MacAddress deviceMac() {
    return device.profile().interfaceMac();
  }

  /** What the device is told to run. */
  public Settings settings() {
    return settings;
  }

  /** The first virtual address. */
  public IpAddress virtualAddress() {
    return settings.addresses().getFirst();
  }

  public long nowNanos() {
    return device.nowNanos();
  }

  /** A length of time as a window after a moment, widened by the device's tolerance. */
  public Window after(long nanos, Window length) {
    return length.after(nanos).widenedBy(device.profile().toleranceNanos());
  }

  /** The device's Advertisement_Interval. */
  public Window interval() {
    return RfcTimers.interval(settings.intervalCs());
  }

  /** The device's Skew_Time while its Master has the same interval. */
  public Window skew() {
    return RfcTimers.skew(rfc(), settings.priority(), settings.intervalCs());
  }

  /** The device's Master_Down_Interval while its Master has the same interval. */
  public Window masterDown() {
    return RfcTimers.masterDown(rfc(), settings.priority(), settings.intervalCs());
  }

  /** Tells the device what to run; without this it runs the defaults of the case's family. */
  public void configure(Settings changed) {
    settings = changed;
    device.configure(changed);
    configured = true;
  }

  /** Starts the protocol. */
  public void start() {
    if (!configured) {
      configure(settings);
    }
    ladder.act(nowNanos(), "starts the device, priority " + settings.priority());
    device.start();
  }

  /** Ends the protocol in good order. */
  public void stop() {
    ladder.act(nowNanos(), "stops the device");
    device.stop();
  }

  /** A valid advert for the device's virtual router from the higher address. */
  public TestAdvert advert(int priority) {
    return advert(priority, settings.intervalCs());
  }

  /** The same with an interval of its own, centiseconds. */
  public TestAdvert advert(int priority, int intervalCs) {
    return advertOf(rfc(), priority, intervalCs);
  }

  /** The same as another document has it. */
  public TestAdvert advertOf(Rfc document, int priority) {
    return advertOf(document, priority, settings.intervalCs());
  }

  private TestAdvert advertOf(Rfc document, int priority, int intervalCs) {
    return TestAdvert.of(
        document,
        Rivals.higher(settings.family()),
        settings.virtualRouterId(),
        priority,
        intervalCs,
        settings.addresses());
  }

  /** Sends an advert, and tells when it left. */
  public long send(String what, TestAdvert advert) {
    return send(what, advert.frame());
  }

  /** Sends any frame, and tells when it left. */
  public long send(String what, Frame frame) {
    long at = device.send(frame);
    ladder.sent(at, what);
    return at;
  }

  /** All that the device has said so far. */
  public List<Seen> heard() {
    return List.copyOf(heard);
  }

  /** Waits for a frame of a kind; null if the deadline came first. All others pass by. */
  public @Nullable Seen await(Predicate<Anatomy> kind, long deadlineNanos) {
    long from = nowNanos();
    for (TimedFrame next = device.next(deadlineNanos);
        next != null;
        next = device.next(deadlineNanos)) {
      Anatomy frame = Anatomy.of(next.frame());
      ladder.heard(next.atNanos(), frame);
      heard.add(new Seen(next.atNanos(), frame));
      if (kind.test(frame)) {
        return new Seen(next.atNanos(), frame);
      }
    }
    latenessNanos = Math.max(latenessNanos, nowNanos() - Math.max(deadlineNanos, from));
    return null;
  }

  /** Lets time pass without judging what is heard. */
  public void pass(long untilNanos) {
    Seen none = await(_ -> false, untilNanos);
    if (none != null) {
      throw new IllegalStateException("a frame of no kind");
    }
  }

  /** The next advert is due in a window: one that comes before it is as wrong as one after. */
  public Seen expectAdvert(String what, Window window) {
    return expect(what, Anatomy::isAdvert, window);
  }

  /** The next frame of a kind is due in a window. */
  public Seen expect(String what, Predicate<Anatomy> kind, Window window) {
    ladder.awaited(nowNanos(), window, what);
    Seen seen = await(kind, window.toNanos());
    if (seen == null) {
      // whoever reads the report wants to know whether it was late or never came
      Seen late = await(kind, window.toNanos() + 2 * masterDown().toNanos());
      throw missed(what + " at " + window.text(), late == null ? "none" : "it at " + time(late));
    }
    // a way that is slow may bring a frame in time that bears a later one
    if (seen.atNanos() < window.fromNanos() || seen.atNanos() > window.toNanos()) {
      throw missed(what + " at " + window.text(), "it at " + time(seen));
    }
    judged = true;
    return seen;
  }

  /** No frame of a kind may come before a time. */
  public void expectNone(String what, Predicate<Anatomy> kind, long untilNanos) {
    ladder.awaited(nowNanos(), new Window(nowNanos(), untilNanos), "no " + what);
    Seen seen = await(kind, untilNanos);
    if (seen != null) {
      throw failed("no " + what + " before " + Window.seconds(untilNanos), "one at " + time(seen));
    }
    judged = true;
  }

  /** A field of a frame has one value. */
  public void expectField(Seen seen, Field field, long expected) {
    long actual = seen.frame().value(field);
    expectSame(
        field.title(),
        seen.frame().place(field),
        Anatomy.text(field, expected),
        Anatomy.text(field, actual));
  }

  /**
   * A place of a frame holds what it should.
   *
   * @param octets where it is, counted in octets of the frame
   */
  public void expectSame(String place, String octets, String expected, String actual) {
    if (!actual.equals(expected)) {
      throw new CaseEnded(
          Verdict.FAIL,
          place + " " + expected,
          place + " " + actual,
          List.of(new Difference(place, octets, expected, actual)));
    }
    judged = true;
  }

  /** What the case stands on is not there, so it tells nothing. */
  public RuntimeException inconclusive(String needed, String instead) {
    return new CaseEnded(Verdict.INCONCLUSIVE, needed, instead, List.of());
  }

  /** A window was missed: by the device, unless the tester may have sent or looked too late. */
  private RuntimeException missed(String expected, String seen) {
    long tolerance = device.profile().toleranceNanos();
    if (2 * latenessNanos > tolerance) {
      return inconclusive(
          "a tester that is late by no more than half of " + Window.seconds(tolerance),
          "one that was late by " + Window.seconds(latenessNanos) + "; " + seen);
    }
    return failed(expected, seen);
  }

  /** A requirement is broken. */
  public RuntimeException failed(String expected, String seen) {
    return new CaseEnded(Verdict.FAIL, expected, seen, List.of());
  }

  private static String time(Seen seen) {
    return Window.seconds(seen.atNanos()) + ", " + Ladder.describe(seen.frame());
  }
}
