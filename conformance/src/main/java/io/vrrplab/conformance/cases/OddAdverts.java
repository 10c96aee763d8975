package io.vrrplab.conformance.cases;

import static io.vrrplab.conformance.bench.Situations.RIVAL_PRIORITY;
import static io.vrrplab.conformance.bench.Situations.arrive;
import static io.vrrplab.conformance.bench.Situations.proveAlive;
import static io.vrrplab.conformance.bench.Situations.unmoved;
import static io.vrrplab.vrrp.AddressFamily.IPV4;
import static io.vrrplab.vrrp.AddressFamily.IPV6;

import io.vrrplab.conformance.bench.Bench;
import io.vrrplab.conformance.bench.Questions;
import io.vrrplab.conformance.bench.Standing;
import io.vrrplab.conformance.bench.TestAdvert;
import io.vrrplab.conformance.bench.Window;
import io.vrrplab.wire.Frame;
import java.util.List;

/**
 * RFC 3768 7.1, RFC 5798 7.1 and RFC 9568 7.1: adverts that no document speaks of, and many that
 * are wrong one after the other. What is odd may count or be refused, but not be taken for
 * something else.
 */
public final class OddAdverts {

  private static final int FLOOD = 300;
  private static final long PAUSE_NANOS = 100_000;

  /** The device acts as if it had taken the advert, or as if nothing had come. */
  private static void expectTakenOrNot(Bench bench, Standing standing, String what, Frame frame) {
    long last = arrive(bench, standing);
    bench.pass(last + bench.interval().fromNanos() / 2);
    long sent = bench.send(what, frame);
    long earliest = bench.after(last, unmoved(bench, standing)).fromNanos();
    long latest = bench.after(sent, bench.masterDown()).toNanos();
    bench.expectAdvert("the next advert", new Window(earliest, latest));
    proveAlive(bench, what);
  }

  @Case(
      id = "rx-surplus",
      title = "an advert with octets behind its end counts as one or not at all",
      over = {IPV4, IPV6},
      obeys = {"VRRP-RX-COMPLETE-V2", "VRRP-RX-COMPLETE-V3"})
  void surplus(Bench bench, Standing standing) {
    TestAdvert advert = bench.advert(RIVAL_PRIORITY);
    TestAdvert longer = advert.cutTo(advert.message().length() + 4);
    expectTakenOrNot(bench, standing, "an advert of four octets more", longer.frame());
  }

  @Case(
      id = "rx-ip-options",
      title = "an advert behind options of IPv4 counts as one or not at all",
      obeys = {"VRRP-RX-COMPLETE-V2", "VRRP-RX-COMPLETE-V3"})
  void options(Bench bench, Standing standing) {
    Frame frame = bench.advert(RIVAL_PRIORITY).frameWithOptions();
    expectTakenOrNot(bench, standing, "an advert behind options of IPv4", frame);
  }

  @Case(
      id = "master-other-destination",
      title = "an advert that was not sent to the group makes a Master yield or has no effect",
      over = {IPV4, IPV6},
      refuses = {"VRRP-TX-DST-IPV4", "VRRP-TX-DST-IPV6"})
  void otherDestination(Bench bench) {
    TestAdvert advert = bench.advert(RIVAL_PRIORITY).to(bench.deviceAddress());
    Frame frame = advert.frameTo(bench.deviceMac());
    expectTakenOrNot(bench, Standing.MASTER, "an advert to the device alone", frame);
  }

  @Case(
      id = "master-other-mac",
      title = "a Master yields to an advert whatever MAC it comes from",
      over = {IPV4, IPV6},
      obeys = "VRRP-SM-MST-HIGHER-TO-BACKUP",
      refuses = "VRRP-TX-SRC-MAC-VIRTUAL")
  void otherMac(Bench bench) {
    long last = arrive(bench, Standing.MASTER);
    bench.pass(last + bench.interval().fromNanos() / 2);
    TestAdvert advert = bench.advert(RIVAL_PRIORITY);
    long sent = bench.send("an advert from another MAC", advert.frameFrom(Questions.HOST));
    bench.expectAdvert("the takeover", bench.after(sent, bench.masterDown()));
  }

  @Case(
      id = "rx-flood",
      title = "a flood of adverts that are wrong leaves state and timers as they are",
      over = {IPV4, IPV6},
      obeys = "VRRP-RX-FAIL-NO-EFFECT",
      refuses = "VRRP-RX-FAIL-DISCARD")
  void flood(Bench bench, Standing standing) {
    long last = arrive(bench, standing);
    bench.pass(last + bench.interval().fromNanos() / 2);
    TestAdvert advert = bench.advert(RIVAL_PRIORITY);
    List<TestAdvert> wrong =
        List.of(
            advert.withTtl(254),
            advert.withOctet(0, 0x71),
            advert.withOctet(0, bench.rfc().version() << 4 | 9),
            advert.withOctet(1, 99),
            advert.withOctet(3, 255),
            advert.cutTo(3),
            advert.cutTo(10));
    for (int i = 0; i < FLOOD; i++) {
      bench.send("an advert that is wrong", wrong.get(i % wrong.size()));
      bench.pass(bench.nowNanos() + PAUSE_NANOS);
    }
    bench.expectAdvert(
        "an advert as if nothing had come", bench.after(last, unmoved(bench, standing)));
    proveAlive(bench, "a flood of adverts that are wrong");
  }
}
