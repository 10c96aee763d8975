package io.vrrplab.conformance.mutant;

import static io.vrrplab.conformance.device.Rfc.RFC3768;
import static io.vrrplab.conformance.device.Rfc.RFC5798;
import static io.vrrplab.conformance.device.Rfc.RFC9568;

import io.vrrplab.conformance.device.Defect;
import io.vrrplab.vrrp.AcceptanceRules;
import io.vrrplab.vrrp.AcceptanceRules.AddressList;
import io.vrrplab.vrrp.AcceptanceRules.Ipv4Checksum;
import io.vrrplab.vrrp.AnnouncementRules;
import io.vrrplab.vrrp.AnnouncementRules.ArpTarget;
import io.vrrplab.vrrp.ElectionRules;
import io.vrrplab.vrrp.ElectionRules.AdvertTimer;
import io.vrrplab.vrrp.ElectionRules.LosingAdvert;
import io.vrrplab.vrrp.ElectionRules.PartingAdvert;
import io.vrrplab.vrrp.MacChoice;
import io.vrrplab.vrrp.Profile;
import io.vrrplab.vrrp.RejectReason;
import io.vrrplab.vrrp.SendingRules;
import io.vrrplab.vrrp.TimerRounding;
import io.vrrplab.vrrp.TimerRules;
import io.vrrplab.vrrp.TimerRules.LearnedSkew;
import io.vrrplab.wire.ChecksumForm;
import java.util.List;
import java.util.function.UnaryOperator;

/** Mutants that take a setting, or a rule of their profile, for another. */
final class WrongRules {

  private static final TimerRules TWO_INTERVALS =
      new TimerRules(TimerRounding.NANOSECOND, 2, LearnedSkew.RECOMPUTED);
  private static final TimerRules FOUR_INTERVALS =
      new TimerRules(TimerRounding.NANOSECOND, 4, LearnedSkew.RECOMPUTED);
  private static final TimerRules COARSE =
      new TimerRules(TimerRounding.CENTISECOND, 3, LearnedSkew.RECOMPUTED);
  private static final TimerRules STALE =
      new TimerRules(TimerRounding.NANOSECOND, 3, LearnedSkew.STALE);

  private WrongRules() {}

  static List<Mutant> all() {
    return List.of(
        Mutant.everywhere("down-two-intervals", "waits two intervals", timers(TWO_INTERVALS)),
        Mutant.everywhere("down-four-intervals", "waits four intervals", timers(FOUR_INTERVALS)),
        Mutant.everywhere("skew-in-centiseconds", "cuts Skew_Time to centiseconds", timers(COARSE)),
        Mutant.under("skew-stale", "learns an interval, keeps its skew", timers(STALE), RFC9568),
        Mutant.everywhere(
            "preempts-always",
            "preempts although that is switched off",
            Defect.ofConfig(config -> config.withPreempt(true))),
        Mutant.everywhere(
            "preempts-never",
            "does not preempt although that is switched on",
            Defect.ofConfig(config -> config.withPreempt(false))),
        Mutant.everywhere(
            "accepts-always",
            "takes packets for addresses it does not own",
            Defect.ofConfig(config -> config.withAccept(true))),
        Mutant.under(
            "accepts-never",
            "knows no Accept_Mode",
            Defect.ofConfig(config -> config.withAccept(false)),
            RFC5798,
            RFC9568),
        Mutant.everywhere(
            "priority-default",
            "runs at priority 100 whatever it is told",
            Defect.ofConfig(config -> config.withPriority(100))),
        Mutant.everywhere(
            "interval-default",
            "runs at one second whatever it is told",
            Defect.ofConfig(config -> config.withAdvertisementIntervalCs(100))),
        Mutant.under("asserts", "answers a losing advert", asserting(), RFC3768, RFC5798),
        Mutant.under("never-asserts", "ignores a losing advert", silent(), RFC9568),
        Mutant.under(
            "assertion-restarts-timer", "restarts its timer as it answers", restarting(), RFC9568),
        Mutant.everywhere(
            "rejected-restarts-timer",
            "restarts its advert timer at a packet it rejects",
            election(rules -> rules(rules.losingAdvert(), AdvertTimer.RESTARTED, false))),
        Mutant.everywhere(
            "parting-advert",
            "advertises once more as it steps down",
            election(rules -> rules(rules.losingAdvert(), AdvertTimer.KEPT, true))),
        Mutant.everywhere("no-release", "leaves without a release", releases(0)),
        Mutant.everywhere("advert-from-interface", "advertises from its own MAC", ownMac()),
        Mutant.everywhere(
            "announces-interface", "announces its own MAC", announcing(MacChoice.INTERFACE)),
        Mutant.under("garp-target-broadcast", "targets all in its ARP", targetingAll(), RFC9568),
        Mutant.under("checksum-pseudo", "sums a pseudo-header", summing(true), RFC9568),
        Mutant.under("checksum-message", "sums the message only", summing(false), RFC5798),
        Mutant.under("checksum-either", "takes both checksums", either(), RFC5798, RFC9568),
        Mutant.under("owner-listens", "obeys others as owner", owner(false), RFC3768, RFC5798),
        Mutant.under("owner-deaf", "ignores others as owner", owner(true), RFC9568),
        Mutant.under(
            "count-zero",
            "takes an empty list",
            acceptance(r -> r.accepting(RejectReason.COUNT)),
            RFC9568),
        Mutant.under(
            "interval-zero",
            "takes an interval of 0",
            acceptance(r -> r.accepting(RejectReason.INTERVAL_ZERO)),
            RFC9568),
        Mutant.under(
            "interval-strict",
            "drops another interval in version 3",
            acceptance(r -> r.dropping(RejectReason.INTERVAL)),
            RFC5798,
            RFC9568),
        Mutant.everywhere(
            "address-list-strict", "drops another address list", list(AddressList.DROPPED)),
        Mutant.under(
            "address-list-unseen",
            "takes another address list",
            list(AddressList.LOGGED),
            RFC3768));
  }

  private static Defect profile(UnaryOperator<Profile> change) {
    return Defect.ofConfig(config -> config.withProfile(change.apply(config.profile())));
  }

  private static Defect timers(TimerRules rules) {
    return profile(profile -> profile.withTimers(rules));
  }

  private static Defect election(UnaryOperator<ElectionRules> change) {
    return profile(profile -> profile.withElection(change.apply(profile.election())));
  }

  private static ElectionRules rules(
      LosingAdvert losing, AdvertTimer afterRejected, boolean parting) {
    return new ElectionRules(
        ElectionRules.OwnerStartup.MASTER,
        losing,
        AdvertTimer.KEPT,
        afterRejected,
        parting ? PartingAdvert.SENT : PartingAdvert.NONE);
  }

  private static Defect asserting() {
    return election(_ -> rules(LosingAdvert.ASSERT, AdvertTimer.KEPT, false));
  }

  private static Defect silent() {
    return election(_ -> rules(LosingAdvert.SILENT, AdvertTimer.KEPT, false));
  }

  private static Defect restarting() {
    return election(rules ->
        new ElectionRules(
            rules.ownerStartup(),
            rules.losingAdvert(),
            AdvertTimer.RESTARTED,
            rules.timerAfterRejected(),
            rules.partingAdvert()));
  }

  private static Defect sending(UnaryOperator<SendingRules> change) {
    return profile(profile -> profile.withSending(change.apply(profile.sending())));
  }

  private static SendingRules sending(
      SendingRules rules, ChecksumForm form, MacChoice source, int releases) {
    return new SendingRules(
        form,
        source,
        rules.firstIpv6Address(),
        rules.leastAddresses(),
        rules.passwords(),
        rules.typeOfService(),
        releases,
        releases);
  }

  private static Defect releases(int count) {
    return sending(r -> sending(r, r.ipv4Version3Checksum(), r.advertSource(), count));
  }

  private static Defect ownMac() {
    return sending(r -> sending(r, r.ipv4Version3Checksum(), MacChoice.INTERFACE, 1));
  }

  private static Defect summing(boolean pseudoHeader) {
    ChecksumForm form = pseudoHeader ? ChecksumForm.PSEUDO_HEADER : ChecksumForm.MESSAGE_ONLY;
    return sending(r -> sending(r, form, r.advertSource(), 1));
  }

  private static Defect announcing(MacChoice mac) {
    return profile(profile ->
        profile.withAnnouncements(
            announcements(profile.announcements(), profile.announcements().arpTarget(), mac)));
  }

  private static Defect targetingAll() {
    return profile(profile ->
        profile.withAnnouncements(
            announcements(profile.announcements(), ArpTarget.BROADCAST, MacChoice.VIRTUAL)));
  }

  private static AnnouncementRules announcements(
      AnnouncementRules rules, ArpTarget target, MacChoice mac) {
    return new AnnouncementRules(
        rules.takeover(),
        rules.reassertion(),
        rules.refreshNanos(),
        rules.refreshRepeats(),
        target,
        mac,
        rules.routerFlag(),
        rules.routerAdvertNanos());
  }

  private static Defect acceptance(UnaryOperator<AcceptanceRules> change) {
    return profile(profile -> profile.withAcceptance(change.apply(profile.acceptance())));
  }

  private static Defect either() {
    return acceptance(
        rules -> new AcceptanceRules(rules.treatments(), Ipv4Checksum.EITHER, rules.addressList()));
  }

  private static Defect list(AddressList treatment) {
    return acceptance(
        rules -> new AcceptanceRules(rules.treatments(), rules.ipv4Version3Checksum(), treatment));
  }

  private static Defect owner(boolean deaf) {
    return acceptance(
        rules -> deaf ? rules.dropping(RejectReason.OWNER) : rules.accepting(RejectReason.OWNER));
  }
}
