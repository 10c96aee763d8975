package io.vrrplab.conformance.cases;

import static io.vrrplab.conformance.bench.Situations.RIVAL_PRIORITY;
import static io.vrrplab.conformance.bench.Situations.becomeBackup;
import static io.vrrplab.conformance.bench.Situations.becomeMaster;
import static io.vrrplab.conformance.device.Rfc.RFC3768;
import static io.vrrplab.conformance.device.Rfc.RFC5798;
import static io.vrrplab.conformance.device.Rfc.RFC9568;
import static io.vrrplab.vrrp.AddressFamily.IPV4;
import static io.vrrplab.vrrp.AddressFamily.IPV6;

import io.vrrplab.conformance.bench.Anatomy;
import io.vrrplab.conformance.bench.Bench;
import io.vrrplab.conformance.bench.RfcTimers;
import io.vrrplab.conformance.bench.Rivals;
import io.vrrplab.conformance.bench.TestAdvert;
import io.vrrplab.conformance.device.Settings;
import java.util.Arrays;

/**
 * RFC 3768 6.4.2 and 7.1, RFC 5798 and RFC 9568 likewise: a Backup is held for as long as adverts
 * come that are odd in one respect, and nothing else does. A router that minds what is odd, or what
 * it must not, takes over in the midst of them.
 */
public final class HeldBackups {

  private static final int ADVERTS = 20;
  private static final int OWN_PRIORITY = Settings.IPV4.priority();
  private static final long EARLIER_NANOS = 1_000_000;

  private static void expectHeld(Bench bench, String what, TestAdvert advert) {
    expectHeld(bench, what, advert, bench.settings().intervalCs(), ADVERTS);
  }

  private static void expectHeld(
      Bench bench, String what, TestAdvert advert, int heardIntervalCs, int adverts) {
    long last = becomeBackup(bench);
    long next = last + bench.interval().fromNanos();
    for (int i = 0; i < adverts; i++) {
      bench.expectNone("advert of a Backup that is held", Anatomy::isAdvert, next);
      last = bench.send(what, advert);
      next = last + RfcTimers.interval(heardIntervalCs).fromNanos();
    }
    int priority = bench.settings().priority();
    bench.expectAdvert(
        "the takeover",
        bench.after(last, RfcTimers.masterDown(bench.rfc(), priority, heardIntervalCs)));
  }

  @Case(
      id = "held-other-interval",
      title = "a Backup of version 3 is held by a Master that is three times as slow",
      over = {IPV4, IPV6},
      rfcs = {RFC5798, RFC9568},
      refuses = "VRRP-RX-V3-ADVINT-KEEP")
  void otherInterval(Bench bench) {
    expectHeld(bench, "an advert every 3 s", bench.advert(RIVAL_PRIORITY, 300), 300, 5);
  }

  @Case(
      id = "held-reserved-bits",
      title = "a Backup is held by adverts with reserved bits, and reads no interval from them",
      over = {IPV4, IPV6},
      rfcs = {RFC5798, RFC9568},
      refuses = "VRRP-RX-V3-RESERVED-IGNORED")
  void reservedBits(Bench bench) {
    TestAdvert advert = bench.advert(RIVAL_PRIORITY).withOctet(4, 0x80);
    expectHeld(bench, "an advert with a reserved bit", advert);
  }

  @Case(
      id = "held-auth-data",
      title = "a Backup is held by adverts with authentication data that nobody asked for",
      rfcs = RFC3768,
      refuses = "VRRP-RX-AUTH-DATA-IGNORED")
  void authenticationData(Bench bench) {
    TestAdvert advert =
        bench
            .advert(RIVAL_PRIORITY)
            .with(message -> {
              Arrays.fill(message, message.length - 8, message.length, (byte) 0xa5);
              return message;
            });
    expectHeld(bench, "an advert with authentication data", advert);
  }

  @Case(
      id = "held-address-list-owner",
      title = "a Backup is held by the owner's adverts, whatever addresses they list",
      rfcs = RFC3768,
      refuses = "VRRP-RX-V2-ADDRLIST-OWNER-CONTINUE")
  void otherAddressOfTheOwner(Bench bench) {
    expectHeld(bench, "the owner's advert for another address", bench.advert(255).forAnother());
  }

  @Case(
      id = "held-address-list",
      title = "a Backup is held by adverts for another address",
      over = {IPV4, IPV6},
      rfcs = {RFC5798, RFC9568},
      refuses = "VRRP-RX-V3-ADDRLIST-KEEP")
  void otherAddress(Bench bench) {
    TestAdvert advert = bench.advert(RIVAL_PRIORITY).forAnother();
    expectHeld(bench, "an advert for another address", advert);
  }

  @Case(
      id = "held-equal-smaller-address",
      title = "a Backup does not take over from an equal because its own address is greater",
      over = {IPV4, IPV6},
      refuses = "VRRP-SM-BKP-EQUAL-NO-TIEBREAK")
  void equalSmallerAddress(Bench bench) {
    TestAdvert advert = bench.advert(OWN_PRIORITY).from(Rivals.lower(bench.settings().family()));
    expectHeld(bench, "an equal's advert from below", advert);
  }

  @Case(
      id = "held-lower-without-preemption",
      title = "with preemption off, the better Backup waits for as long as the lower Master works",
      over = {IPV4, IPV6},
      refuses = {"VRRP-SM-BKP-NOPREEMPT-RESET", "VRRP-SM-PREEMPT-PROHIBITED"})
  void lowerWithoutPreemption(Bench bench) {
    bench.configure(bench.settings().withPriority(RIVAL_PRIORITY - 1).withPreempt(false));
    expectHeld(bench, "an advert of lower priority", bench.advert(50));
  }

  @Case(
      id = "held-equal-for-long",
      title = "with a Master of equal preference at work nothing changes, for a hundred intervals",
      over = {IPV4, IPV6},
      refuses = "VRRP-SM-STABLE-EQUAL-LOWER")
  void equalForLong(Bench bench) {
    TestAdvert advert = bench.advert(OWN_PRIORITY);
    expectHeld(bench, "an equal's advert", advert, bench.settings().intervalCs(), 100);
  }

  @Case(
      id = "held-at-the-limit",
      title = "a Backup is held by adverts that each come just before Master_Down_Timer fires",
      over = {IPV4, IPV6},
      refuses = {"VRRP-SM-BKP-HIGHER-RESET", "VRRP-TMR-MDI-V2", "VRRP-TMR-MDI-V3"})
  void atTheLimit(Bench bench) {
    long last = becomeBackup(bench);
    for (int i = 0; i < 5; i++) {
      long earliest = bench.after(last, bench.masterDown()).fromNanos();
      bench.expectNone(
          "advert before Master_Down_Interval", Anatomy::isAdvert, earliest - EARLIER_NANOS);
      last = bench.send("the rival's advert", bench.advert(RIVAL_PRIORITY));
    }
    bench.expectAdvert("the takeover", bench.after(last, bench.masterDown()));
  }

  @Case(
      id = "held-by-a-stranger",
      title = "a Backup of version 3 is held by a router that it never heard of",
      over = {IPV4, IPV6},
      rfcs = {RFC5798, RFC9568},
      refuses = "VRRP-SEC-V3-NO-AUTH")
  void stranger(Bench bench) {
    TestAdvert advert = bench.advert(255).from(Rivals.stranger(bench.settings().family()));
    expectHeld(bench, "a stranger's advert", advert);
  }

  @Case(
      id = "master-yields-to-a-stranger",
      title = "a Master of version 3 yields to a router that it never heard of",
      over = {IPV4, IPV6},
      rfcs = {RFC5798, RFC9568},
      obeys = "VRRP-SEC-V3-NO-AUTH")
  void yieldsToStranger(Bench bench) {
    long first = becomeMaster(bench).atNanos();
    bench.pass(first + bench.interval().fromNanos() / 2);
    TestAdvert advert = bench.advert(255).from(Rivals.stranger(bench.settings().family()));
    long sent = bench.send("a stranger's advert", advert);
    bench.expectAdvert("the takeover", bench.after(sent, bench.masterDown()));
  }
}
