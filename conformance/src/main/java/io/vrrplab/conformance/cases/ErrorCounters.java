package io.vrrplab.conformance.cases;

import static io.vrrplab.conformance.bench.Situations.RIVAL_PRIORITY;
import static io.vrrplab.conformance.bench.Situations.becomeBackup;
import static io.vrrplab.conformance.device.Ability.ADDRESS_LIST_CHECK;
import static io.vrrplab.conformance.device.Ability.COUNTERS;
import static io.vrrplab.conformance.device.Rfc.RFC3768;
import static io.vrrplab.conformance.device.Rfc.RFC9568;
import static io.vrrplab.vrrp.AddressFamily.IPV4;
import static io.vrrplab.vrrp.AddressFamily.IPV6;

import io.vrrplab.conformance.bench.Bench;
import io.vrrplab.conformance.bench.TestAdvert;
import io.vrrplab.conformance.device.AdvertError;
import io.vrrplab.conformance.device.SelfReport;

/**
 * RFC 3768 7.1, RFC 5798 7.1 and RFC 9568 7.1, with the statistics of RFC 2787 and RFC 6527: each
 * advert that is refused counts once, under what is wrong with it.
 */
public final class ErrorCounters {

  private static final int SENT = 3;

  private static void expectCounted(
      Bench bench, AdvertError error, String what, TestAdvert advert) {
    becomeBackup(bench);
    SelfReport before = bench.selfReport();
    for (int i = 0; i < SENT; i++) {
      bench.send(what, advert);
    }
    bench.pass(bench.nowNanos() + 1_000_000);
    SelfReport after = bench.selfReport();
    long counted = after.count(error) - before.count(error);
    long others = after.count() - before.count() - counted;
    bench.expectReported(
        "%d errors of the %s more, and no other".formatted(SENT, error.words()),
        counted == SENT && others == 0,
        counted + " more, and " + others + " others");
  }

  @Case(
      id = "count-ttl",
      title = "an advert refused for its TTL is counted as that",
      over = {IPV4, IPV6},
      needs = COUNTERS,
      obeys = "VRRP-RX-FAIL-NM")
  void ttl(Bench bench) {
    TestAdvert advert = bench.advert(RIVAL_PRIORITY).withTtl(254);
    expectCounted(bench, AdvertError.TTL, "an advert with TTL 254", advert);
  }

  @Case(
      id = "count-version",
      title = "an advert refused for its version is counted as that",
      over = {IPV4, IPV6},
      needs = COUNTERS,
      obeys = "VRRP-RX-FAIL-NM")
  void version(Bench bench) {
    TestAdvert advert = bench.advert(RIVAL_PRIORITY).withOctet(0, 0x41);
    expectCounted(bench, AdvertError.VERSION, "an advert of version 4", advert);
  }

  @Case(
      id = "count-type",
      title = "a message refused for its type is counted as that",
      over = {IPV4, IPV6},
      needs = COUNTERS,
      obeys = "VRRP-RX-FAIL-NM")
  void type(Bench bench) {
    TestAdvert advert = bench.advert(RIVAL_PRIORITY).withOctet(0, bench.rfc().version() << 4 | 2);
    expectCounted(bench, AdvertError.TYPE, "a message of type 2", advert);
  }

  @Case(
      id = "count-length",
      title = "an advert refused for its length is counted as that",
      over = {IPV4, IPV6},
      needs = COUNTERS,
      obeys = "VRRP-RX-FAIL-NM")
  void length(Bench bench) {
    TestAdvert advert = bench.advert(RIVAL_PRIORITY).cutTo(10);
    expectCounted(bench, AdvertError.LENGTH, "an advert of ten octets", advert);
  }

  @Case(
      id = "count-checksum",
      title = "an advert refused for its checksum is counted as that",
      over = {IPV4, IPV6},
      needs = COUNTERS,
      obeys = "VRRP-RX-FAIL-NM")
  void checksum(Bench bench) {
    TestAdvert advert =
        bench
            .advert(RIVAL_PRIORITY)
            .spoiled(message -> {
              message[7] ^= 1;
              return message;
            });
    expectCounted(bench, AdvertError.CHECKSUM, "an advert with a wrong checksum", advert);
  }

  @Case(
      id = "count-vrid",
      title = "an advert refused for its VRID is counted as that",
      over = {IPV4, IPV6},
      needs = COUNTERS,
      obeys = {"VRRP-RX-FAIL-NM", "VRRP-RX-MISCONFIG-NM"})
  void virtualRouterId(Bench bench) {
    TestAdvert advert = bench.advert(RIVAL_PRIORITY).withOctet(1, 99);
    expectCounted(bench, AdvertError.VRID, "an advert for VRID 99", advert);
  }

  @Case(
      id = "count-authentication",
      title = "an advert refused for its authentication type is counted as that",
      rfcs = RFC3768,
      needs = COUNTERS,
      obeys = {"VRRP-RX-FAIL-NM", "VRRP-RX-MISCONFIG-NM"})
  void authentication(Bench bench) {
    TestAdvert advert = bench.advert(RIVAL_PRIORITY).withOctet(4, 1);
    expectCounted(bench, AdvertError.AUTHENTICATION, "an advert of type 1", advert);
  }

  @Case(
      id = "count-interval-v2",
      title = "an advert that version 2 refuses for its interval is counted as that",
      rfcs = RFC3768,
      needs = COUNTERS,
      obeys = {"VRRP-RX-FAIL-NM", "VRRP-RX-MISCONFIG-NM"})
  void interval(Bench bench) {
    TestAdvert advert = bench.advert(RIVAL_PRIORITY, 200);
    expectCounted(bench, AdvertError.INTERVAL, "an advert every 2 s", advert);
  }

  @Case(
      id = "count-interval-zero",
      title = "an advert refused for an interval of 0 is counted as that",
      over = {IPV4, IPV6},
      rfcs = RFC9568,
      needs = COUNTERS,
      obeys = "VRRP-RX-FAIL-NM")
  void intervalOfZero(Bench bench) {
    TestAdvert advert = bench.advert(RIVAL_PRIORITY, 0);
    expectCounted(bench, AdvertError.INTERVAL, "an advert with an interval of 0", advert);
  }

  @Case(
      id = "count-address-list-v2",
      title = "an advert that version 2 refuses for its list is counted as that",
      rfcs = RFC3768,
      needs = {COUNTERS, ADDRESS_LIST_CHECK},
      obeys = {"VRRP-RX-FAIL-NM", "VRRP-RX-MISCONFIG-NM"})
  void addressList(Bench bench) {
    TestAdvert advert = bench.advert(RIVAL_PRIORITY).forAnother();
    expectCounted(bench, AdvertError.ADDRESS_LIST, "an advert for another address", advert);
  }

  @Case(
      id = "count-first-of-two",
      title = "an advert with two faults is counted once, under the one that is looked for first",
      over = {IPV4, IPV6},
      needs = COUNTERS,
      obeys = "VRRP-RX-FAIL-NM")
  void firstOfTwo(Bench bench) {
    TestAdvert advert = bench.advert(RIVAL_PRIORITY).withOctet(1, 99).withTtl(254);
    expectCounted(bench, AdvertError.TTL, "an advert with TTL 254 for VRID 99", advert);
  }

  @Case(
      id = "count-valid",
      title = "adverts with which nothing is wrong count as no error",
      over = {IPV4, IPV6},
      needs = COUNTERS,
      obeys = {"VRRP-RX-FAIL-NM", "VRRP-RX-MISCONFIG-NM"})
  void valid(Bench bench) {
    becomeBackup(bench);
    long counted = bench.selfReport().count();
    bench.expectReported("no error counted", counted == 0, counted + " counted");
  }
}
