package io.vrrplab.conformance.mutant;

import static io.vrrplab.conformance.device.Rfc.RFC5798;
import static io.vrrplab.conformance.device.Rfc.RFC9568;
import static io.vrrplab.conformance.mutant.Engines.acting;
import static io.vrrplab.conformance.mutant.Engines.deciding;
import static io.vrrplab.conformance.mutant.Engines.inBackup;
import static io.vrrplab.conformance.mutant.Engines.inMaster;
import static io.vrrplab.conformance.mutant.Engines.withInterval;
import static io.vrrplab.conformance.mutant.Engines.withPriority;
import static io.vrrplab.conformance.mutant.Engines.without;

import io.vrrplab.conformance.mutant.Engines.Step;
import io.vrrplab.vrrp.Advert;
import io.vrrplab.vrrp.Transition;
import io.vrrplab.vrrp.VrrpAction;
import io.vrrplab.vrrp.VrrpAction.Announce;
import io.vrrplab.vrrp.VrrpAction.SendAdvert;
import io.vrrplab.vrrp.VrrpAction.StartAdvertTimer;
import io.vrrplab.vrrp.VrrpAction.StartMasterDownTimer;
import io.vrrplab.vrrp.VrrpEvent;
import io.vrrplab.vrrp.VrrpTimers;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv6Address;
import java.util.ArrayList;
import java.util.List;

/** Mutants that decide wrongly who is Master, or do the wrong thing as one. */
final class WrongElection {

  private WrongElection() {}

  static List<Mutant> all() {
    List<Mutant> all = new ArrayList<>();
    all.addAll(backups());
    all.addAll(masters());
    all.addAll(moves());
    return all;
  }

  private static List<Mutant> backups() {
    return List.of(
        Mutant.everywhere(
            "backup-breaks-ties",
            "compares addresses in Backup",
            inBackup((s, a) -> loses(s, a) ? s.nothing() : s.outcome())),
        Mutant.everywhere(
            "backup-equal-ignored",
            "is held in Backup by a higher priority only",
            inBackup((s, a) -> equal(s, a) ? s.nothing() : s.outcome())),
        Mutant.everywhere(
            "backup-lower-rearms",
            "is held in Backup by a lower priority",
            inBackup((s, a) -> lower(s, a) ? s.instead(withPriority(a, 254)) : s.outcome())),
        Mutant.everywhere(
            "backup-release-ignored",
            "minds no release",
            inBackup((s, a) -> a.priority() == 0 ? s.nothing() : s.outcome())),
        Mutant.everywhere(
            "backup-release-rearms",
            "takes a release for an advert",
            inBackup((s, a) -> a.priority() == 0 ? s.instead(withPriority(a, 254)) : s.outcome())),
        Mutant.everywhere(
            "backup-release-at-once",
            "takes over at a release without Skew_Time",
            inBackup((s, a) ->
                a.priority() == 0
                    ? acting(s.outcome(), _ -> List.of(new StartMasterDownTimer(0)))
                    : s.outcome())),
        Mutant.under(
            "backup-learns-nothing",
            "keeps its own interval in Backup",
            inBackup((s, a) -> s.instead(withInterval(a, s.config().advertisementIntervalCs()))),
            RFC5798,
            RFC9568),
        Mutant.everywhere(
            "never-takes-over",
            "ignores that its Master fell silent",
            deciding(s ->
                s.event() instanceof VrrpEvent.MasterDownTimerExpired
                    ? s.nothing()
                    : s.outcome())));
  }

  private static List<Mutant> masters() {
    return List.of(
        Mutant.everywhere(
            "master-stubborn",
            "never steps down",
            inMaster((s, a) -> a.priority() > s.config().priority() ? s.nothing() : s.outcome())),
        Mutant.everywhere(
            "master-tie-stays",
            "wins every tie",
            inMaster((s, a) -> equal(s, a) ? s.nothing() : s.outcome())),
        Mutant.everywhere(
            "master-tie-yields",
            "loses every tie",
            inMaster((s, a) -> equal(s, a) ? s.instead(withPriority(a, 254)) : s.outcome())),
        Mutant.everywhere(
            "master-tie-signed", "compares addresses as signed", inMaster(WrongElection::signed)),
        Mutant.under(
            "master-tie-signed-ipv6",
            "compares the second halves of IPv6 addresses as signed",
            inMaster(WrongElection::signedIpv6),
            RFC5798,
            RFC9568),
        Mutant.everywhere(
            "master-yields-to-lower",
            "steps down for a lower priority",
            inMaster((s, a) -> lower(s, a) ? s.instead(withPriority(a, 254)) : s.outcome())),
        Mutant.everywhere(
            "master-lower-restarts-timer",
            "restarts its advert timer at a lower priority",
            inMaster((s, a) -> lower(s, a) ? restarting(s) : s.outcome())),
        Mutant.everywhere(
            "master-release-unanswered",
            "does not answer a release",
            inMaster((s, a) -> a.priority() == 0 ? s.nothing() : s.outcome())),
        Mutant.everywhere(
            "master-release-keeps-timer",
            "answers a release and keeps its timer",
            inMaster((s, a) ->
                a.priority() == 0 ? without(s.outcome(), StartAdvertTimer.class) : s.outcome())),
        Mutant.everywhere(
            "master-release-yields",
            "steps down at a release",
            inMaster((s, a) -> a.priority() == 0 ? s.instead(withPriority(a, 254)) : s.outcome())),
        Mutant.everywhere(
            "master-preempt-counts",
            "steps down only if preemption is on",
            inMaster((s, _) -> s.config().preempt() ? s.outcome() : s.nothing())),
        Mutant.under(
            "master-learns-nothing",
            "keeps its own interval as it steps down",
            inMaster((s, a) -> s.instead(withInterval(a, s.config().advertisementIntervalCs()))),
            RFC5798,
            RFC9568));
  }

  private static List<Mutant> moves() {
    return List.of(
        Mutant.everywhere(
            "announces-first",
            "sends its gratuitous ARP before the advert",
            deciding(s -> acting(s.outcome(), WrongElection::announcementsFirst))),
        Mutant.everywhere(
            "announces-nothing",
            "sends no gratuitous ARP",
            deciding(s -> without(s.outcome(), Announce.class))),
        Mutant.everywhere(
            "announces-as-backup",
            "announces its addresses when it starts as Backup",
            deciding(s ->
                s.event() instanceof VrrpEvent.Startup && !s.config().isOwner()
                    ? acting(s.outcome(), actions -> announcing(s, actions))
                    : s.outcome())),
        Mutant.everywhere(
            "announces-one",
            "announces the first address only",
            deciding(s -> acting(s.outcome(), WrongElection::firstAddressOnly))),
        Mutant.everywhere(
            "takeover-silent",
            "sends its first advert an interval late",
            deciding(s ->
                s.isBackup() && s.event() instanceof VrrpEvent.MasterDownTimerExpired
                    ? without(s.outcome(), SendAdvert.class)
                    : s.outcome())),
        Mutant.everywhere(
            "one-advert",
            "never sets its advert timer again",
            deciding(s ->
                s.event() instanceof VrrpEvent.AdvertTimerExpired
                    ? without(s.outcome(), StartAdvertTimer.class)
                    : s.outcome())),
        Mutant.everywhere(
            "backup-says-goodbye",
            "sends a release when it is stopped in Backup",
            deciding(s ->
                s.isBackup() && s.event() instanceof VrrpEvent.Shutdown
                    ? acting(s.outcome(), _ -> List.of(new SendAdvert(0)))
                    : s.outcome())),
        Mutant.everywhere(
            "owner-hesitates",
            "starts as Backup even as owner",
            deciding(WrongElection::hesitating)),
        Mutant.everywhere("starts-as-master", "starts as Master", deciding(WrongElection::eager)),
        Mutant.everywhere(
            "steps-down-for-good",
            "sets no Master_Down_Timer as it steps down",
            inMaster((s, _) -> without(s.outcome(), StartMasterDownTimer.class))),
        Mutant.everywhere(
            "stops-without-cancelling",
            "goes on advertising after a stop",
            deciding(s ->
                s.event() instanceof VrrpEvent.Shutdown
                    ? new Transition(s.state(), List.of(new SendAdvert(0)), s.outcome().decision())
                    : s.outcome())));
  }

  private static boolean equal(Step step, Advert advert) {
    return advert.priority() == step.config().priority();
  }

  private static boolean lower(Step step, Advert advert) {
    return advert.priority() > 0 && advert.priority() < step.config().priority();
  }

  private static boolean loses(Step step, Advert advert) {
    return equal(step, advert) && advert.source().compareTo(step.config().primaryAddress()) < 0;
  }

  private static Transition signed(Step step, Advert advert) {
    if (equal(step, advert)
        && advert.source() instanceof Ipv4Address theirs
        && step.config().primaryAddress() instanceof Ipv4Address own) {
      int priority = step.config().priority() + (theirs.bits() > own.bits() ? 1 : -1);
      return step.instead(withPriority(advert, priority));
    }
    return step.outcome();
  }

  private static Transition signedIpv6(Step step, Advert advert) {
    if (equal(step, advert)
        && advert.source() instanceof Ipv6Address theirs
        && step.config().primaryAddress() instanceof Ipv6Address own) {
      int priority = step.config().priority() + (theirs.low() > own.low() ? 1 : -1);
      return step.instead(withPriority(advert, priority));
    }
    return step.outcome();
  }

  private static Transition restarting(Step step) {
    return acting(
        step.outcome(),
        actions -> {
          actions.add(
              new StartAdvertTimer(
                  VrrpTimers.intervalNanos(step.config().advertisementIntervalCs())));
          return actions;
        });
  }

  private static List<VrrpAction> announcementsFirst(List<VrrpAction> actions) {
    List<VrrpAction> changed = new ArrayList<>();
    actions.stream().filter(Announce.class::isInstance).forEach(changed::add);
    actions.stream().filter(each -> !(each instanceof Announce)).forEach(changed::add);
    return changed;
  }

  private static List<VrrpAction> announcing(Step step, List<VrrpAction> actions) {
    actions.add(new Announce(step.config().addresses(), 1));
    return actions;
  }

  private static List<VrrpAction> firstAddressOnly(List<VrrpAction> actions) {
    actions.replaceAll(each ->
        each instanceof Announce announce
            ? new Announce(announce.addresses().subList(0, 1), announce.repeats())
            : each);
    return actions;
  }

  private static Transition hesitating(Step step) {
    return step.config().isOwner() && step.event() instanceof VrrpEvent.Startup
        ? Engines.asBackup(step)
        : step.outcome();
  }

  static Transition eager(Step step) {
    return step.event() instanceof VrrpEvent.Startup
        ? step.right().step(Engines.backup(step), new VrrpEvent.MasterDownTimerExpired())
        : step.outcome();
  }
}
