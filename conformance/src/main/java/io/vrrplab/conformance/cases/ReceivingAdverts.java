package io.vrrplab.conformance.cases;

import static io.vrrplab.conformance.bench.Situations.RIVAL_PRIORITY;
import static io.vrrplab.conformance.bench.Situations.arrive;
import static io.vrrplab.conformance.bench.Situations.proveAlive;
import static io.vrrplab.conformance.bench.Situations.unmoved;
import static io.vrrplab.conformance.device.Rfc.RFC3768;
import static io.vrrplab.conformance.device.Rfc.RFC5798;
import static io.vrrplab.conformance.device.Rfc.RFC9568;
import static io.vrrplab.vrrp.AddressFamily.IPV4;
import static io.vrrplab.vrrp.AddressFamily.IPV6;

import io.vrrplab.conformance.bench.Bench;
import io.vrrplab.conformance.bench.Standing;
import io.vrrplab.conformance.bench.TestAdvert;

/**
 * RFC 3768 7.1, RFC 5798 7.1 and RFC 9568 7.1: adverts that must be discarded. Each would make a
 * Master yield, and hold a Backup, if it were taken; each is sent in both states, and the device
 * has to be alive after it.
 */
public final class ReceivingAdverts {

  /** Sends what must have no effect, and looks whether the next advert comes when it would have. */
  static void expectDiscarded(Bench bench, Standing standing, String what, TestAdvert advert) {
    long last = arrive(bench, standing);
    bench.pass(last + bench.interval().fromNanos() / 2);
    bench.send(what, advert);
    bench.expectAdvert(
        "an advert as if nothing had come", bench.after(last, unmoved(bench, standing)));
    proveAlive(bench, what);
  }

  @Case(
      id = "rx-ttl-254",
      title = "an advert with TTL 254 is discarded",
      over = {IPV4, IPV6},
      refuses = {
        "VRRP-RX-TTL-255",
        "VRRP-RX-HOPLIMIT-255",
        "VRRP-RX-FAIL-NO-EFFECT",
        "VRRP-SEC-GTSM"
      })
  void ttlOf254(Bench bench, Standing standing) {
    expectDiscarded(
        bench, standing, "an advert with TTL 254", bench.advert(RIVAL_PRIORITY).withTtl(254));
  }

  @Case(
      id = "rx-ttl-1",
      title = "an advert with TTL 1 is discarded",
      over = {IPV4, IPV6},
      refuses = {"VRRP-RX-TTL-255", "VRRP-RX-HOPLIMIT-255", "VRRP-RX-FAIL-DISCARD"})
  void ttlOf1(Bench bench, Standing standing) {
    expectDiscarded(
        bench, standing, "an advert with TTL 1", bench.advert(RIVAL_PRIORITY).withTtl(1));
  }

  @Case(
      id = "rx-version-1",
      title = "an advert of version 1 is discarded",
      over = {IPV4, IPV6},
      refuses = {"VRRP-RX-VERSION-2", "VRRP-RX-VERSION-3"})
  void version1(Bench bench, Standing standing) {
    expectDiscarded(
        bench, standing, "an advert of version 1", bench.advert(RIVAL_PRIORITY).withOctet(0, 0x11));
  }

  @Case(
      id = "rx-version-other",
      title = "a whole advert of the other version is discarded",
      over = {IPV4, IPV6},
      refuses = {"VRRP-RX-VERSION-2", "VRRP-RX-VERSION-3", "VRRP-MIX-FLAG"})
  void otherVersion(Bench bench, Standing standing) {
    TestAdvert other =
        bench.advertOf(bench.rfc().version() == 2 ? RFC9568 : RFC3768, RIVAL_PRIORITY);
    expectDiscarded(bench, standing, "an advert of the other version", other);
  }

  @Case(
      id = "rx-type-2",
      title = "a message of type 2 is discarded",
      over = {IPV4, IPV6},
      refuses = "VRRP-RX-TYPE-UNKNOWN")
  void type2(Bench bench, Standing standing) {
    expectDiscarded(
        bench,
        standing,
        "a message of type 2",
        bench.advert(RIVAL_PRIORITY).withOctet(0, bench.rfc().version() << 4 | 2));
  }

  @Case(
      id = "rx-short-header",
      title = "an advert that ends inside its header is discarded",
      over = {IPV4, IPV6},
      refuses = {"VRRP-RX-COMPLETE-V2", "VRRP-RX-COMPLETE-V3"})
  void shortHeader(Bench bench, Standing standing) {
    expectDiscarded(
        bench, standing, "an advert of seven octets", bench.advert(RIVAL_PRIORITY).cutTo(7));
  }

  @Case(
      id = "rx-short-list",
      title = "an advert that ends inside its address list is discarded",
      over = {IPV4, IPV6},
      refuses = {"VRRP-RX-COMPLETE-V2", "VRRP-RX-COMPLETE-V3"})
  void shortList(Bench bench, Standing standing) {
    expectDiscarded(
        bench, standing, "an advert of ten octets", bench.advert(RIVAL_PRIORITY).cutTo(10));
  }

  @Case(
      id = "rx-count-beyond-end",
      title = "an advert that counts more addresses than it holds is discarded",
      over = {IPV4, IPV6},
      refuses = {"VRRP-RX-COMPLETE-V2", "VRRP-RX-COMPLETE-V3"})
  void countBeyondEnd(Bench bench, Standing standing) {
    expectDiscarded(
        bench,
        standing,
        "an advert that counts 200 addresses",
        bench.advert(RIVAL_PRIORITY).withOctet(3, 200));
  }

  @Case(
      id = "rx-checksum-wrong",
      title = "an advert with a wrong checksum is discarded",
      over = {IPV4, IPV6},
      refuses = {"VRRP-RX-CSUM-V2", "VRRP-RX-CSUM-V3-IPV4", "VRRP-RX-CSUM-V3-IPV6"})
  void wrongChecksum(Bench bench, Standing standing) {
    expectDiscarded(
        bench,
        standing,
        "an advert with a wrong checksum",
        bench
            .advert(RIVAL_PRIORITY)
            .spoiled(message -> {
              message[7] ^= 1;
              return message;
            }));
  }

  @Case(
      id = "rx-checksum-other-dialect",
      title = "an advert summed as the other document has it is discarded",
      rfcs = {RFC5798, RFC9568},
      refuses = {
        "VRRP-RX-CSUM-V3-IPV4",
        "VRRP-PKT-CSUM-V3-IPV4-5798",
        "VRRP-PKT-CSUM-V3-IPV4-9568"
      })
  void otherDialect(Bench bench, Standing standing) {
    expectDiscarded(
        bench,
        standing,
        "an advert with the other document's checksum",
        bench.advert(RIVAL_PRIORITY).sealedAs(bench.rfc() == RFC9568 ? RFC5798 : RFC9568));
  }

  @Case(
      id = "rx-vrid-other",
      title = "an advert for another virtual router is discarded",
      over = {IPV4, IPV6},
      refuses = "VRRP-RX-VRID-CONFIGURED")
  void otherVirtualRouter(Bench bench, Standing standing) {
    expectDiscarded(
        bench,
        standing,
        "an advert for VRID 52",
        bench.advert(RIVAL_PRIORITY).withOctet(1, bench.settings().virtualRouterId() + 1));
  }

  @Case(
      id = "rx-auth-type-1",
      title = "version 2 discards an advert with a password",
      rfcs = RFC3768,
      refuses = {"VRRP-RX-AUTH-TYPE-MISMATCH", "VRRP-RX-AUTH-RESERVED-TYPES"})
  void password(Bench bench, Standing standing) {
    expectDiscarded(
        bench,
        standing,
        "an advert of authentication type 1",
        bench.advert(RIVAL_PRIORITY).withOctet(4, 1));
  }

  @Case(
      id = "rx-auth-type-2",
      title = "version 2 discards an advert with an authentication header",
      rfcs = RFC3768,
      obeys = "VRRP-RX-AUTH-RESERVED-TYPES")
  void authenticationHeader(Bench bench, Standing standing) {
    expectDiscarded(
        bench,
        standing,
        "an advert of authentication type 2",
        bench.advert(RIVAL_PRIORITY).withOctet(4, 2));
  }

  @Case(
      id = "rx-auth-type-unknown",
      title = "version 2 discards an advert of an unknown authentication type",
      rfcs = RFC3768,
      refuses = "VRRP-RX-AUTH-TYPE-UNKNOWN")
  void unknownAuthentication(Bench bench, Standing standing) {
    expectDiscarded(
        bench,
        standing,
        "an advert of authentication type 77",
        bench.advert(RIVAL_PRIORITY).withOctet(4, 77));
  }

  @Case(
      id = "rx-interval-mismatch-v2",
      title = "version 2 discards an advert with another interval",
      rfcs = RFC3768,
      refuses = {"VRRP-RX-V2-ADVINT-MISMATCH", "VRRP-TMR-V2-NOT-LEARNED"})
  void otherInterval(Bench bench, Standing standing) {
    expectDiscarded(
        bench, standing, "an advert every 2 s", bench.advert(RIVAL_PRIORITY).withOctet(5, 2));
  }

  @Case(
      id = "rx-count-zero",
      title = "an advert without addresses is discarded",
      over = {IPV4, IPV6},
      rfcs = RFC9568,
      refuses = "VRRP-RX-V3-COUNT-ZERO")
  void countOfZero(Bench bench, Standing standing) {
    expectDiscarded(
        bench,
        standing,
        "an advert without addresses",
        bench.advert(RIVAL_PRIORITY).withOctet(3, 0).cutTo(8));
  }

  @Case(
      id = "rx-interval-zero",
      title = "an advert with an interval of zero is discarded",
      over = {IPV4, IPV6},
      rfcs = RFC9568,
      refuses = "VRRP-RX-V3-ADVINT-ZERO")
  void intervalOfZero(Bench bench, Standing standing) {
    expectDiscarded(
        bench, standing, "an advert with an interval of zero", bench.advert(RIVAL_PRIORITY, 0));
  }
}
