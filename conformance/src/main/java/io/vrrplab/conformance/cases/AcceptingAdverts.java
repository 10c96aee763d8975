package io.vrrplab.conformance.cases;

import static io.vrrplab.conformance.bench.Situations.RIVAL_PRIORITY;
import static io.vrrplab.conformance.bench.Situations.arrive;
import static io.vrrplab.conformance.bench.Situations.becomeMaster;
import static io.vrrplab.conformance.device.Ability.ADDRESS_LIST_CHECK;
import static io.vrrplab.conformance.device.Ability.OWNERSHIP;
import static io.vrrplab.conformance.device.Rfc.RFC3768;
import static io.vrrplab.conformance.device.Rfc.RFC5798;
import static io.vrrplab.conformance.device.Rfc.RFC9568;
import static io.vrrplab.vrrp.AddressFamily.IPV4;
import static io.vrrplab.vrrp.AddressFamily.IPV6;

import io.vrrplab.conformance.bench.Bench;
import io.vrrplab.conformance.bench.RfcTimers;
import io.vrrplab.conformance.bench.Seen;
import io.vrrplab.conformance.bench.Standing;
import io.vrrplab.conformance.bench.TestAdvert;

/**
 * RFC 3768 7.1, RFC 5798 7.1 and RFC 9568 7.1: adverts that are odd and count all the same, and
 * what an owner makes of any. One that counts sets back the timer of a Backup and makes a Master
 * yield.
 */
public final class AcceptingAdverts {

  private static void expectTaken(
      Bench bench, Standing standing, String what, TestAdvert advert, int heardIntervalCs) {
    long last = arrive(bench, standing);
    bench.pass(last + bench.interval().fromNanos() / 2);
    long sent = bench.send(what, advert);
    bench.expectAdvert(
        "the takeover",
        bench.after(
            sent, RfcTimers.masterDown(bench.rfc(), bench.settings().priority(), heardIntervalCs)));
  }

  private static void expectTaken(Bench bench, Standing standing, String what, TestAdvert advert) {
    expectTaken(bench, standing, what, advert, bench.settings().intervalCs());
  }

  @Case(
      id = "rx-valid",
      title = "an advert that passes every check counts",
      over = {IPV4, IPV6},
      obeys = {
        "VRRP-RX-TTL-255",
        "VRRP-RX-HOPLIMIT-255",
        "VRRP-RX-VERSION-2",
        "VRRP-RX-VERSION-3",
        "VRRP-RX-TYPE-UNKNOWN",
        "VRRP-RX-COMPLETE-V2",
        "VRRP-RX-COMPLETE-V3",
        "VRRP-RX-CSUM-V2",
        "VRRP-RX-CSUM-V3-IPV4",
        "VRRP-RX-CSUM-V3-IPV6",
        "VRRP-RX-VRID-CONFIGURED",
        "VRRP-RX-AUTH-TYPE-MISMATCH",
        "VRRP-RX-V2-ADVINT-MISMATCH",
        "VRRP-RX-V3-ADVINT-ZERO",
        "VRRP-RX-V3-COUNT-ZERO",
        "VRRP-RX-V6-FIRST-LINKLOCAL",
        "VRRP-RX-V2-ADDRLIST-DROP",
        "VRRP-RX-AUTH-TYPE-UNKNOWN",
        "VRRP-RX-FAIL-DISCARD"
      })
  void valid(Bench bench, Standing standing) {
    expectTaken(bench, standing, "a valid advert", bench.advert(RIVAL_PRIORITY));
  }

  @Case(
      id = "rx-interval-mismatch-v3",
      title = "version 3 takes an advert with another interval, and the interval with it",
      over = {IPV4, IPV6},
      rfcs = {RFC5798, RFC9568},
      obeys = {"VRRP-RX-V3-ADVINT-KEEP", "VRRP-TMR-MAI-LEARNED"})
  void otherInterval(Bench bench, Standing standing) {
    expectTaken(bench, standing, "an advert every 1.5 s", bench.advert(RIVAL_PRIORITY, 150), 150);
  }

  @Case(
      id = "rx-interval-highest",
      title = "version 3 takes the longest interval there is, 40.95 s",
      over = {IPV4, IPV6},
      rfcs = {RFC5798, RFC9568},
      obeys = {"VRRP-PKT-V3-ADVINT-FIELD", "VRRP-RX-V3-ADVINT-KEEP"})
  void longestInterval(Bench bench, Standing standing) {
    expectTaken(
        bench, standing, "an advert every 40.95 s", bench.advert(RIVAL_PRIORITY, 4095), 4095);
  }

  @Case(
      id = "rx-reserved-bits",
      title = "version 3 ignores the reserved bits",
      over = {IPV4, IPV6},
      rfcs = {RFC5798, RFC9568},
      obeys = "VRRP-RX-V3-RESERVED-IGNORED")
  void reservedBits(Bench bench, Standing standing) {
    expectTaken(
        bench,
        standing,
        "an advert with all reserved bits set",
        bench.advert(RIVAL_PRIORITY).withOctet(4, 0xf0));
  }

  @Case(
      id = "rx-auth-data-ignored",
      title = "version 2 ignores what stands in the authentication data",
      rfcs = RFC3768,
      obeys = "VRRP-RX-AUTH-DATA-IGNORED")
  void authenticationData(Bench bench, Standing standing) {
    expectTaken(
        bench,
        standing,
        "an advert with authentication data",
        bench.advert(RIVAL_PRIORITY).withOctet(12, 0x41));
  }

  @Case(
      id = "rx-address-list-v3",
      title = "version 3 takes an advert that lists another address",
      over = {IPV4, IPV6},
      rfcs = {RFC5798, RFC9568},
      obeys = "VRRP-RX-V3-ADDRLIST-KEEP")
  void otherAddress(Bench bench, Standing standing) {
    expectTaken(
        bench,
        standing,
        "an advert for another address",
        bench.advert(RIVAL_PRIORITY).forAnother());
  }

  @Case(
      id = "rx-address-list-v2-owner",
      title = "version 2 takes an advert of the owner, whatever it lists",
      rfcs = RFC3768,
      obeys = "VRRP-RX-V2-ADDRLIST-OWNER-CONTINUE")
  void otherAddressOfTheOwner(Bench bench, Standing standing) {
    expectTaken(
        bench, standing, "the owner's advert for another address", bench.advert(255).forAnother());
  }

  @Case(
      id = "rx-address-list-v2",
      title = "version 2 drops an advert that lists another address, if it looks at all",
      rfcs = RFC3768,
      needs = ADDRESS_LIST_CHECK,
      refuses = "VRRP-RX-V2-ADDRLIST-DROP")
  void otherAddressDropped(Bench bench) {
    long rival = arrive(bench, Standing.BACKUP);
    bench.pass(rival + bench.interval().fromNanos() / 2);
    bench.send("an advert for another address", bench.advert(RIVAL_PRIORITY).forAnother());
    bench.expectAdvert("the takeover", bench.after(rival, bench.masterDown()));
  }

  @Case(
      id = "rx-owner-discards",
      title = "an owner discards the adverts of another owner",
      over = {IPV4, IPV6},
      rfcs = {RFC3768, RFC5798},
      needs = OWNERSHIP,
      refuses = "VRRP-RX-OWNER-DISCARD")
  void ownerDiscards(Bench bench) {
    Seen advert = becomeMaster(bench, bench.settings().withPriority(255));
    bench.pass(advert.atNanos() + bench.interval().fromNanos() / 2);
    bench.send("another owner's advert", bench.advert(255));
    Timers.expectCadence(bench, advert);
  }

  @Case(
      id = "rx-owner-processes",
      title = "of two owners the one with the smaller address yields",
      over = {IPV4, IPV6},
      rfcs = RFC9568,
      needs = OWNERSHIP,
      obeys = "VRRP-RX-OWNER-PROCESS")
  void ownerProcesses(Bench bench) {
    Seen advert = becomeMaster(bench, bench.settings().withPriority(255));
    bench.pass(advert.atNanos() + bench.interval().fromNanos() / 2);
    long rival = bench.send("another owner's advert", bench.advert(255));
    bench.expectAdvert("the takeover", bench.after(rival, bench.masterDown()));
  }
}
