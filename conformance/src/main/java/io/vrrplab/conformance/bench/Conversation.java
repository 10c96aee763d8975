package io.vrrplab.conformance.bench;

import io.vrrplab.conformance.device.Attachment;
import io.vrrplab.conformance.device.Configured;
import io.vrrplab.conformance.device.Rfc;
import io.vrrplab.conformance.device.Settings;
import io.vrrplab.vrrp.AddressFamily;
import io.vrrplab.wire.Frame;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.MacAddress;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is said to a device and heard from it, about one of its virtual routers. Nothing is judged
 * here.
 *
 * <p>All times are nanoseconds on the device's clock; windows have both ends included.
 */
public abstract sealed class Conversation permits Bench {

  final Wire wire;
  private final int router;

  /** How many of the frames of the device have been looked at. */
  private int looked;

  Conversation(Wire wire, int router) {
    this.wire = wire;
    this.router = router;
  }

  /** The document that the device claims to obey. */
  public Rfc rfc() {
    return wire.device().profile().rfc();
  }

  private Attachment attachment() {
    return wire.device().profile().on(settings().lan());
  }

  /** What the device sends adverts from. */
  public IpAddress deviceAddress() {
    return attachment().address(settings().family());
  }

  /** The hardware address of the device's interface. */
  public MacAddress deviceMac() {
    return attachment().interfaceMac();
  }

  /** What the device is told to run. */
  public Settings settings() {
    return wire.settings(router);
  }

  /** The first virtual address. */
  public IpAddress virtualAddress() {
    return settings().addresses().getFirst();
  }

  public long nowNanos() {
    return wire.device().nowNanos();
  }

  /** A length of time as a window after a moment, widened by the device's tolerance. */
  public Window after(long nanos, Window length) {
    return length.after(nanos).widenedBy(wire.device().profile().toleranceNanos());
  }

  /** The device's Advertisement_Interval. */
  public Window interval() {
    return RfcTimers.interval(settings().intervalCs());
  }

  /** The device's Skew_Time while its Master has the same interval. */
  public Window skew() {
    return RfcTimers.skew(rfc(), settings().priority(), settings().intervalCs());
  }

  /** The device's Master_Down_Interval while its Master has the same interval. */
  public Window masterDown() {
    return RfcTimers.masterDown(rfc(), settings().priority(), settings().intervalCs());
  }

  /**
   * Changes what the device is to run; without this it runs the defaults of the case's family. A
   * device that runs already is told at once.
   */
  public void configure(Settings changed) {
    takenOrInconclusive(wire.change(router, changed));
  }

  /** Tells the device at once, and gives its answer. */
  Configured offer(Settings changed) {
    return wire.offer(router, changed);
  }

  /** Tells the device what it has not been told yet, before anything else happens to it. */
  private void introduce() {
    takenOrInconclusive(wire.introduce());
  }

  private static void takenOrInconclusive(Configured answer) {
    switch (answer) {
      case Configured.Taken _ -> {}
      case Configured.Refused(String why) ->
          throw CaseEnded.inconclusive("a device that takes its settings", why);
    }
  }

  /** Starts the protocol. */
  public void start() {
    introduce();
    wire.ladder().act(nowNanos(), "starts the device, priority " + settings().priority());
    wire.device().start();
  }

  /** Ends the protocol in good order. */
  public void stop() {
    wire.ladder().act(nowNanos(), "stops the device");
    wire.device().stop();
  }

  /** Cuts the device off from the virtual router's LAN, or joins it again; tells when. */
  public long link(boolean up) {
    String what = up ? "joins the device to " : "cuts the device off from ";
    wire.ladder().act(nowNanos(), what + settings().lan().words());
    wire.device().link(settings().lan(), up);
    return nowNanos();
  }

  /** A valid advert for the device's virtual router from the higher address. */
  public TestAdvert advert(int priority) {
    return advert(priority, settings().intervalCs());
  }

  /** The same with an interval of its own, centiseconds. */
  public TestAdvert advert(int priority, int intervalCs) {
    return advertOf(rfc(), priority, intervalCs);
  }

  /** The same as another document has it. */
  public TestAdvert advertOf(Rfc document, int priority) {
    return advertOf(document, priority, settings().intervalCs());
  }

  /** The same with an interval of its own, centiseconds. */
  public TestAdvert advertOf(Rfc document, int priority, int intervalCs) {
    AddressFamily family = settings().family();
    return TestAdvert.of(
        document,
        Rivals.higher(family, settings().lan()),
        settings().virtualRouterId(),
        priority,
        intervalCs,
        settings().addresses());
  }

  /** Sends an advert, and tells when it left. */
  public long send(String what, TestAdvert advert) {
    return send(what, advert.frame());
  }

  /** Sends any frame to the virtual router's LAN, and tells when it left. */
  public long send(String what, Frame frame) {
    introduce();
    return wire.send(settings().lan(), what, frame);
  }

  /** All that the device has said so far on the virtual router's LAN. */
  public List<Seen> heard() {
    return wire.heard().stream().filter(each -> each.lan() == settings().lan()).toList();
  }

  /**
   * Waits for a frame of a kind; null if the deadline came first. All others pass by; so does what
   * is on another LAN, and what another virtual router of the device advertises.
   */
  public @Nullable Seen await(Predicate<Anatomy> kind, long deadlineNanos) {
    introduce();
    for (Seen next = wire.heard(looked, deadlineNanos);
        next != null;
        next = wire.heard(looked, deadlineNanos)) {
      looked++;
      boolean concerns = next.lan() == settings().lan() && !wire.isOfAnother(router, next);
      if (concerns && kind.test(next.frame())) {
        return next;
      }
    }
    return null;
  }

  /** Lets time pass without judging what is heard. */
  public void pass(long untilNanos) {
    Seen none = await(_ -> false, untilNanos);
    if (none != null) {
      throw new IllegalStateException("a frame of no kind");
    }
  }
}
