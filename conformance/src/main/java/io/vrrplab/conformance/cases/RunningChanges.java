package io.vrrplab.conformance.cases;

import static io.vrrplab.conformance.bench.Situations.RIVAL_PRIORITY;
import static io.vrrplab.conformance.bench.Situations.becomeBackup;
import static io.vrrplab.conformance.bench.Situations.becomeMaster;
import static io.vrrplab.conformance.bench.Window.SOON;
import static io.vrrplab.conformance.device.Ability.RECONFIGURATION;
import static io.vrrplab.vrrp.AddressFamily.IPV4;
import static io.vrrplab.vrrp.AddressFamily.IPV6;

import io.vrrplab.conformance.bench.Anatomy;
import io.vrrplab.conformance.bench.Bench;
import io.vrrplab.conformance.bench.Field;
import io.vrrplab.conformance.bench.Questions;
import io.vrrplab.conformance.bench.Seen;
import io.vrrplab.conformance.bench.Window;
import io.vrrplab.conformance.device.Settings;
import io.vrrplab.wire.IpAddress;

/**
 * RFC 3768 6.1 and 7.2, RFC 5798 and RFC 9568 6.1 and 7.2: parameters that an operator changes
 * while the router runs. An advert says what is configured when it is sent; what becomes of a timer
 * that runs is left open, so that a whole round of it is let pass.
 */
public final class RunningChanges {

  private static Settings twoAddresses(Bench bench) {
    return bench.settings().withAddresses(PacketFormat.addresses(bench, 2));
  }

  /** A Master whose settings have changed, and its first advert after a round of its old timer. */
  private static Seen changed(Bench bench, Settings before, Settings after) {
    Seen advert = becomeMaster(bench, before);
    long rounds = 2 * bench.interval().toNanos();
    bench.pass(advert.atNanos() + bench.interval().fromNanos() / 2);
    bench.configure(after);
    bench.pass(bench.nowNanos() + rounds);
    return bench.expectAdvert(
        "an advert of a Master that goes on",
        bench.after(bench.nowNanos(), new Window(0, bench.interval().toNanos())));
  }

  @Case(
      id = "change-priority-advertised",
      title = "a Master whose priority changes goes on, and advertises the new one",
      over = {IPV4, IPV6},
      needs = RECONFIGURATION,
      obeys = {"VRRP-TX-PRIORITY-OWN", "VRRP-TX-FIELDS-FROM-STATE"})
  void priorityAdvertised(Bench bench) {
    Settings before = bench.settings();
    Seen advert = changed(bench, before, before.withPriority(120));
    bench.expectField(advert, Field.VRRP_PRIORITY, 120);
    Timers.expectCadence(bench, advert);
  }

  @Case(
      id = "change-priority-yields",
      title = "a Master whose priority is lowered yields to one that lost against it before",
      over = {IPV4, IPV6},
      needs = RECONFIGURATION,
      obeys = {"VRRP-SM-MST-HIGHER-TO-BACKUP", "VRRP-SM-CONVERGE-PREFERRED"})
  void lowerPriorityYields(Bench bench) {
    Settings low = bench.settings();
    changed(bench, low.withPriority(RIVAL_PRIORITY + 20), low);
    bench.pass(bench.nowNanos() + bench.interval().fromNanos() / 2);
    long rival = bench.send("the rival's advert", bench.advert(RIVAL_PRIORITY));
    bench.expectAdvert("the takeover", bench.after(rival, bench.masterDown()));
  }

  @Case(
      id = "change-priority-preempts",
      title = "a Backup whose priority is raised above the Master's takes over",
      over = {IPV4, IPV6},
      needs = RECONFIGURATION,
      obeys = {"VRRP-SM-BKP-PREEMPT-TAKEOVER", "VRRP-SM-CONVERGE-PREFERRED"})
  void higherPriorityPreempts(Bench bench) {
    long rival = becomeBackup(bench);
    Window before = bench.after(rival, bench.masterDown());
    bench.pass(rival + bench.interval().fromNanos() / 2);
    bench.configure(bench.settings().withPriority(RIVAL_PRIORITY + 20));
    Window after = bench.after(rival, bench.masterDown());
    for (int i = 1; i <= 3; i++) {
      bench.expectNone(
          "takeover before the Master is out of time",
          Anatomy::isAdvert,
          rival + i * bench.interval().fromNanos());
      bench.send("the Master's advert", bench.advert(RIVAL_PRIORITY));
    }
    // no document says whether the timer that runs is set to the new priority's skew
    bench.expectAdvert("the takeover", new Window(after.fromNanos(), before.toNanos()));
  }

  @Case(
      id = "change-interval",
      title = "a Master whose interval changes announces the new one, and keeps it",
      over = {IPV4, IPV6},
      needs = RECONFIGURATION,
      obeys = {"VRRP-TX-V2-ADVINT-OWN", "VRRP-TX-V3-ADVINT-OWN"},
      refuses = "VRRP-TX-FIELDS-FROM-STATE")
  void interval(Bench bench) {
    Settings before = bench.settings();
    Seen advert = changed(bench, before, before.withIntervalCs(300));
    boolean seconds = bench.rfc().version() == 2;
    bench.expectField(
        advert, seconds ? Field.VRRP_SECONDS : Field.VRRP_CENTISECONDS, seconds ? 3 : 300);
    Timers.expectCadence(bench, advert);
  }

  @Case(
      id = "change-address-added",
      title = "a Master that is given one more address lists it and answers for it",
      over = {IPV4, IPV6},
      needs = RECONFIGURATION,
      obeys = {"VRRP-PKT-ADDR-LIST", "VRRP-ARP-MST-REPLY", "VRRP-ND-MST-REPLY"})
  void addressAdded(Bench bench) {
    Settings two = twoAddresses(bench);
    expectListed(bench, changed(bench, bench.settings(), two));
    IpAddress added = two.addresses().getLast();
    long asked = bench.send("where is " + added + "?", Questions.whoHas(added));
    bench.expect("an answer", frame -> frame.claims(added), bench.after(asked, SOON));
  }

  @Case(
      id = "change-address-removed",
      title = "a Master that an address is taken from neither lists it nor answers for it",
      over = {IPV4, IPV6},
      needs = RECONFIGURATION,
      refuses = {"VRRP-PKT-ADDR-LIST", "VRRP-ARP-MST-REPLY", "VRRP-ND-MST-REPLY"})
  void addressRemoved(Bench bench) {
    Settings one = bench.settings();
    Settings two = twoAddresses(bench);
    expectListed(bench, changed(bench, two, one));
    IpAddress removed = two.addresses().getLast();
    long asked = bench.send("where is " + removed + "?", Questions.whoHas(removed));
    bench.expectNone("answer", frame -> frame.claims(removed), asked + SOON.toNanos());
  }

  static void expectListed(Bench bench, Seen advert) {
    int from = advert.frame().messageStart() + 8;
    int octets = bench.virtualAddress().width() / Byte.SIZE * bench.settings().addresses().size();
    bench.expectSame(
        "VRRP addresses",
        from + "-" + (from + octets - 1),
        bench.settings().addresses().toString(),
        advert.frame().addresses().toString());
  }
}
