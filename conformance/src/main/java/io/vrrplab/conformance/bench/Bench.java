package io.vrrplab.conformance.bench;

import io.vrrplab.conformance.device.Configured;
import io.vrrplab.conformance.device.Device;
import io.vrrplab.conformance.device.DeviceException;
import io.vrrplab.conformance.device.SelfReport;
import io.vrrplab.conformance.device.Settings;
import io.vrrplab.conformance.verdict.Verdict;
import io.vrrplab.vrrp.AddressFamily;
import java.util.List;
import java.util.function.Predicate;

/**
 * One device and one case. A step that finds a requirement broken ends the case; so does one that
 * cannot reach what the case stands on, which leaves it inconclusive. Only frames and their times
 * are judged, never what the device says of itself; what it says is judged by itself.
 */
public final class Bench extends Conversation {

  private Bench(Wire wire, int router) {
    super(wire, router);
  }

  /**
   * Runs a case against a device that nobody has used before.
   *
   * @param family of the virtual router, unless the case configures another
   */
  public static Findings run(Device device, AddressFamily family, CaseBody body) {
    Wire wire = new Wire(device, Settings.of(family));
    try {
      body.run(new Bench(wire, 0));
    } catch (CaseEnded ended) {
      return findings(wire, ended.verdict(), ended.expected(), ended.seen(), ended.differences());
    } catch (DeviceException broken) {
      String why = String.valueOf(broken.getMessage());
      return findings(wire, Verdict.ERROR, "a device that can be driven", why, List.of());
    }
    return wire.isJudged()
        ? findings(wire, Verdict.PASS, "", "", List.of())
        : findings(wire, Verdict.ERROR, "a case that judges something", "nothing", List.of());
  }

  private static Findings findings(
      Wire wire, Verdict verdict, String expected, String seen, List<Difference> differences) {
    return new Findings(
        verdict, expected, seen, differences, wire.ladder().lines(), wire.seconds());
  }

  /**
   * One more virtual router of the same device, and a bench about it. To be asked for before the
   * device is started or sent anything.
   */
  public Bench beside(Settings another) {
    return new Bench(wire, wire.add(another));
  }

  /** The next advert is due in a window: one that comes before it is as wrong as one after. */
  public Seen expectAdvert(String what, Window window) {
    return expect(what, Anatomy::isAdvert, window);
  }

  /** The next frame of a kind is due in a window. */
  public Seen expect(String what, Predicate<Anatomy> kind, Window window) {
    wire.ladder().awaited(nowNanos(), window, what);
    Seen seen = await(kind, window.toNanos());
    if (seen == null) {
      // whoever reads the report wants to know whether it was late or never came
      Seen late = await(kind, window.toNanos() + 2 * masterDown().toNanos());
      throw missed(what + " at " + window.text(), late == null ? "none" : "it" + off(late, window));
    }
    // a way that is slow may bring a frame in time that bears a later one
    if (seen.atNanos() < window.fromNanos() || seen.atNanos() > window.toNanos()) {
      throw missed(what + " at " + window.text(), "it" + off(seen, window));
    }
    wire.judged();
    return seen;
  }

  /** No frame of a kind may come before a time. */
  public void expectNone(String what, Predicate<Anatomy> kind, long untilNanos) {
    wire.ladder().awaited(nowNanos(), new Window(nowNanos(), untilNanos), "no " + what);
    Seen seen = await(kind, untilNanos);
    if (seen != null) {
      throw failed("no " + what + " before " + Window.seconds(untilNanos), "one at " + time(seen));
    }
    wire.judged();
  }

  /** A field of a frame has one value. */
  public void expectField(Seen seen, Field field, long expected) {
    long actual = seen.frame().value(field);
    if (actual != expected) {
      Difference difference =
          new Difference(
              field.title(),
              seen.frame().place(field),
              Anatomy.text(field, expected),
              Anatomy.text(field, actual),
              seen.frame().dump(field));
      throw new CaseEnded(
          Verdict.FAIL,
          field.title() + " " + difference.expected(),
          "%s %s in the frame at %s"
              .formatted(field.title(), difference.seen(), Window.seconds(seen.atNanos())),
          List.of(difference));
    }
    wire.judged();
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
          List.of(new Difference(place, octets, expected, actual, List.of())));
    }
    wire.judged();
  }

  /** All that was heard so far amounts to what it should. */
  public void expectHeard(String what, boolean so, String instead) {
    if (!so) {
      throw failed(what, instead);
    }
    wire.judged();
  }

  /** The device takes settings that are in range. */
  public void expectTaken(Settings offered) {
    switch (offer(offered)) {
      case Configured.Taken _ -> wire.judged();
      case Configured.Refused(String why) ->
          throw failed(Ladder.describe(offered) + " taken", "refused: " + why);
    }
  }

  /** The device refuses settings that are out of range. */
  public void expectRefused(Settings offered) {
    switch (offer(offered)) {
      case Configured.Taken _ -> throw failed(Ladder.describe(offered) + " refused", "taken");
      case Configured.Refused _ -> wire.judged();
    }
  }

  /** What the device says of itself now. */
  public SelfReport selfReport() {
    return wire.device().selfReport();
  }

  /**
   * The device says of itself what is so. One that does not breaks no protocol: the documents
   * advise it at most.
   */
  public void expectReported(String what, boolean so, String said) {
    if (!so) {
      throw new CaseEnded(Verdict.NON_STRICT, what, said, List.of());
    }
    wire.judged();
  }

  /** What the case stands on is not there, so it tells nothing. */
  public RuntimeException inconclusive(String needed, String instead) {
    return CaseEnded.inconclusive(needed, instead);
  }

  /** A window was missed: by the device, unless the tester may have sent or looked too late. */
  private RuntimeException missed(String expected, String seen) {
    long tolerance = wire.device().profile().toleranceNanos();
    if (2 * wire.latenessNanos() > tolerance) {
      return inconclusive(
          "a tester that is late by no more than half of " + Window.seconds(tolerance),
          "one that was late by " + Window.seconds(wire.latenessNanos()) + "; " + seen);
    }
    return failed(expected, seen);
  }

  /** A requirement is broken. */
  public RuntimeException failed(String expected, String seen) {
    return new CaseEnded(Verdict.FAIL, expected, seen, List.of());
  }

  /** When it came, and by how much it missed its window. */
  private static String off(Seen seen, Window window) {
    long early = window.fromNanos() - seen.atNanos();
    String by =
        early > 0
            ? Window.seconds(early) + " too early"
            : Window.seconds(seen.atNanos() - window.toNanos()) + " too late";
    return " %s, at %s".formatted(by, time(seen));
  }

  private static String time(Seen seen) {
    return Window.seconds(seen.atNanos()) + ", " + Ladder.describe(seen.frame());
  }
}
