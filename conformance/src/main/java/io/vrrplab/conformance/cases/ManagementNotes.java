package io.vrrplab.conformance.cases;

import static io.vrrplab.conformance.bench.Situations.RIVAL_PRIORITY;
import static io.vrrplab.conformance.bench.Situations.becomeBackup;
import static io.vrrplab.conformance.bench.Situations.becomeMaster;
import static io.vrrplab.conformance.device.Ability.LOG;
import static io.vrrplab.conformance.device.Ability.MASTER_REASON;
import static io.vrrplab.conformance.device.Ability.OWNERSHIP;
import static io.vrrplab.conformance.device.Rfc.RFC3768;
import static io.vrrplab.conformance.device.Rfc.RFC9568;
import static io.vrrplab.vrrp.AddressFamily.IPV4;
import static io.vrrplab.vrrp.AddressFamily.IPV6;

import io.vrrplab.conformance.bench.Bench;
import io.vrrplab.conformance.bench.Questions;
import io.vrrplab.conformance.bench.Seen;
import io.vrrplab.conformance.bench.TestAdvert;
import io.vrrplab.conformance.device.MasterReason;
import java.util.List;

/**
 * RFC 3768 7.1, RFC 5798 7.1, RFC 9568 7.1 and 8.3.2: what a device logs of adverts that are wrong
 * or odd, and why it says that it became Master. What is found here breaks no protocol.
 */
public final class ManagementNotes {

  private static final int FLOOD = 200;
  private static final long PAUSE_NANOS = 1_000_000;

  /** Sends an advert that calls for a complaint, and looks for one. */
  private static void expectComplaint(Bench bench, String what, TestAdvert advert) {
    int more = complaints(bench, what, advert, 1);
    bench.expectReported("a complaint in the log about " + what, more > 0, "none");
  }

  /** Sends the same again and again: there must not be a complaint for each. */
  private static void expectFewComplaints(Bench bench, String what, TestAdvert advert) {
    int more = complaints(bench, what, advert, FLOOD);
    bench.expectReported(
        "fewer complaints than " + what, more < FLOOD, more + " after " + FLOOD + " of them");
  }

  private static int complaints(Bench bench, String what, TestAdvert advert, int times) {
    int before = bench.selfReport().complaints().size();
    for (int i = 0; i < times; i++) {
      bench.send(what, advert);
      bench.pass(bench.nowNanos() + PAUSE_NANOS);
    }
    return bench.selfReport().complaints().size() - before;
  }

  @Case(
      id = "log-refused",
      title = "an advert that is refused is complained about",
      over = {IPV4, IPV6},
      needs = LOG,
      obeys = "VRRP-RX-FAIL-LOG")
  void refused(Bench bench) {
    becomeBackup(bench);
    expectComplaint(bench, "an advert with TTL 254", bench.advert(RIVAL_PRIORITY).withTtl(254));
  }

  @Case(
      id = "log-valid",
      title = "adverts with which nothing is wrong are not complained about",
      over = {IPV4, IPV6},
      needs = LOG,
      obeys = "VRRP-RX-FAIL-LOG")
  void valid(Bench bench) {
    becomeBackup(bench);
    List<String> complaints = bench.selfReport().complaints();
    bench.expectReported("no complaint", complaints.isEmpty(), complaints.toString());
  }

  @Case(
      id = "log-flood-noted",
      title = "a flood of adverts that are refused is complained about",
      over = {IPV4, IPV6},
      rfcs = RFC9568,
      needs = LOG,
      obeys = "VRRP-RX-FAIL-LOG-RATELIMIT")
  void floodNoted(Bench bench) {
    becomeBackup(bench);
    TestAdvert wrong = bench.advert(RIVAL_PRIORITY).withTtl(254);
    int more = complaints(bench, "adverts with TTL 254", wrong, FLOOD);
    bench.expectReported("a complaint in the log about the flood", more > 0, "none");
  }

  @Case(
      id = "log-rate-limited",
      title = "a flood of adverts that are refused is not a flood of complaints",
      over = {IPV4, IPV6},
      rfcs = RFC9568,
      needs = LOG,
      refuses = "VRRP-RX-FAIL-LOG-RATELIMIT")
  void rateLimited(Bench bench) {
    becomeBackup(bench);
    TestAdvert wrong = bench.advert(RIVAL_PRIORITY).withTtl(254);
    expectFewComplaints(bench, "adverts with TTL 254", wrong);
  }

  @Case(
      id = "log-interval-v2",
      title = "version 2 complains about another interval than its own",
      rfcs = RFC3768,
      needs = LOG,
      obeys = "VRRP-RX-V2-ADVINT-LOG")
  void intervalInSeconds(Bench bench) {
    becomeBackup(bench);
    expectComplaint(bench, "an advert every 2 s", bench.advert(RIVAL_PRIORITY, 200));
  }

  @Case(
      id = "log-interval-v3",
      title = "version 3 remarks another interval than its own",
      over = {IPV4, IPV6},
      rfcs = RFC9568,
      needs = LOG,
      obeys = {"VRRP-RX-V3-ADVINT-LOG", "VRRP-RX-V3-ADVINT-VERIFY"})
  void intervalInCentiseconds(Bench bench) {
    becomeBackup(bench);
    expectComplaint(bench, "an advert every 2 s", bench.advert(RIVAL_PRIORITY, 200));
  }

  @Case(
      id = "log-interval-v3-rate-limited",
      title = "version 3 does not remark another interval with each advert",
      over = {IPV4, IPV6},
      rfcs = RFC9568,
      needs = LOG,
      refuses = "VRRP-RX-V3-ADVINT-LOG")
  void intervalRateLimited(Bench bench) {
    becomeBackup(bench);
    expectFewComplaints(bench, "adverts every 2 s", bench.advert(RIVAL_PRIORITY, 200));
  }

  @Case(
      id = "log-address-list",
      title = "another list of addresses is complained about",
      over = {IPV4, IPV6},
      needs = LOG,
      obeys = "VRRP-RX-ADDRLIST-LOG")
  void addressList(Bench bench) {
    becomeBackup(bench);
    expectComplaint(
        bench, "an advert for another address", bench.advert(RIVAL_PRIORITY).forAnother());
  }

  @Case(
      id = "log-address-list-rate-limited",
      title = "a flood of adverts with another list is not a flood of complaints",
      over = {IPV4, IPV6},
      rfcs = RFC9568,
      needs = LOG,
      refuses = "VRRP-RX-ADDRLIST-LOG")
  void addressListRateLimited(Bench bench) {
    becomeBackup(bench);
    TestAdvert other = bench.advert(RIVAL_PRIORITY).forAnother();
    expectFewComplaints(bench, "adverts for another address", other);
  }

  @Case(
      id = "log-second-owner",
      title = "an owner remarks that there is another one",
      over = {IPV4, IPV6},
      rfcs = RFC9568,
      needs = {LOG, OWNERSHIP},
      obeys = {"VRRP-RX-OWNER-LOG", "VRRP-OPS-MULTI-OWNER-LOG"})
  void secondOwner(Bench bench) {
    becomeMaster(bench, bench.settings().withPriority(255));
    expectComplaint(bench, "another owner's advert", bench.advert(255));
  }

  @Case(
      id = "log-second-owner-rate-limited",
      title = "an owner does not remark another one with each advert",
      over = {IPV4, IPV6},
      rfcs = RFC9568,
      needs = {LOG, OWNERSHIP},
      refuses = "VRRP-RX-OWNER-LOG")
  void secondOwnerRateLimited(Bench bench) {
    becomeMaster(bench, bench.settings().withPriority(255));
    expectFewComplaints(bench, "another owner's adverts", bench.advert(255));
  }

  @Case(
      id = "log-own-advert",
      title = "an owner does not take its own advert that comes back for another owner's",
      over = {IPV4, IPV6},
      rfcs = RFC9568,
      needs = {LOG, OWNERSHIP},
      refuses = "VRRP-OPS-MULTI-OWNER-LOG")
  void ownAdvert(Bench bench) {
    Seen own = becomeMaster(bench, bench.settings().withPriority(255));
    int before = bench.selfReport().complaints().size();
    bench.send("its own advert", TestAdvert.read(own.frame()).frameFrom(Questions.HOST));
    bench.pass(bench.nowNanos() + PAUSE_NANOS);
    List<String> complaints = bench.selfReport().complaints();
    boolean owner = complaints.stream().skip(before).anyMatch(each -> each.contains("owner"));
    bench.expectReported("no complaint about another owner", !owner, complaints.toString());
  }

  @Case(
      id = "reason-silence",
      title = "a device that takes over from a Master that fell silent says so",
      over = {IPV4, IPV6},
      needs = MASTER_REASON,
      obeys = "VRRP-SM-BKP-EXPIRE-TO-MASTER")
  void masterFellSilent(Bench bench) {
    long rival = becomeBackup(bench);
    bench.expectAdvert("the takeover", bench.after(rival, bench.masterDown()));
    expectReason(bench, MasterReason.NO_RESPONSE);
  }

  @Case(
      id = "reason-preempted",
      title = "a device that takes over from a Master of lower priority says so",
      over = {IPV4, IPV6},
      needs = MASTER_REASON,
      obeys = "VRRP-SM-BKP-PREEMPT-TAKEOVER")
  void masterPreempted(Bench bench) {
    long rival = becomeBackup(bench);
    for (int i = 1; i <= 3; i++) {
      bench.pass(rival + i * bench.interval().fromNanos());
      bench.send("the Master's advert", bench.advert(50));
    }
    bench.expectAdvert("the takeover", bench.after(rival, bench.masterDown()));
    expectReason(bench, MasterReason.PREEMPTED);
  }

  @Case(
      id = "reason-owner",
      title = "a device that is Master since it owns the addresses says so",
      over = {IPV4, IPV6},
      needs = {MASTER_REASON, OWNERSHIP},
      obeys = "VRRP-SM-INIT-OWNER-TO-MASTER")
  void owner(Bench bench) {
    becomeMaster(bench, bench.settings().withPriority(255));
    expectReason(bench, MasterReason.PRIORITY);
  }

  private static void expectReason(Bench bench, MasterReason reason) {
    List<MasterReason> said = bench.selfReport().takeovers();
    bench.expectReported(
        "the reason \"" + reason.words() + "\"",
        !said.isEmpty() && said.getLast() == reason,
        said.isEmpty() ? "none" : "\"" + said.getLast().words() + "\"");
  }
}
