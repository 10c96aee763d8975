package io.vrrplab.vrrp;

import io.vrrplab.vrrp.ElectionRules.AdvertTimer;
import io.vrrplab.vrrp.ElectionRules.OwnerStartup;
import io.vrrplab.vrrp.ElectionRules.PartingAdvert;
import io.vrrplab.vrrp.VrrpAction.CancelAdvertTimer;
import io.vrrplab.vrrp.VrrpAction.CancelMasterDownTimer;
import io.vrrplab.vrrp.VrrpAction.CancelPreemptDelay;
import io.vrrplab.vrrp.VrrpAction.JoinSolicitedNodeGroups;
import io.vrrplab.vrrp.VrrpAction.LeaveSolicitedNodeGroups;
import io.vrrplab.vrrp.VrrpAction.LowerPriority;
import io.vrrplab.vrrp.VrrpAction.SendAdvert;
import io.vrrplab.vrrp.VrrpAction.StartAdvertTimer;
import io.vrrplab.vrrp.VrrpAction.StartMasterDownTimer;
import io.vrrplab.vrrp.VrrpState.Backup;
import io.vrrplab.vrrp.VrrpState.PreemptDelay;
import io.vrrplab.wire.VrrpPacket;
import java.util.ArrayList;
import java.util.List;

/** What one virtual router does in each situation, in the order of the RFCs' steps. */
final class Playbook {

  static final VrrpState INITIALIZE = new VrrpState.Initialize();
  static final VrrpState MASTER = new VrrpState.Master();

  /** keepalived's way of starting an owner: a Backup that expires at once. */
  private static final long ONE_MICROSECOND = 1_000;

  private final VirtualRouterConfig config;
  private final AnnouncementPlan announcements;
  private final ElectionRules election;
  private final SendAdvert sendAdvert;
  private final StartAdvertTimer startAdvertTimer;
  private final Transition takeover;
  private final Transition advertDue;
  private final Transition answerRelease;
  private final Transition lowerPriority;
  private final Transition smallerAddress;
  private final Transition restartAdvertTimer;

  Playbook(VirtualRouterConfig config) {
    this.config = config;
    this.announcements = new AnnouncementPlan(config);
    this.election = config.profile().election();
    this.sendAdvert = new SendAdvert(config.priority());
    this.startAdvertTimer =
        new StartAdvertTimer(VrrpTimers.intervalNanos(config.advertisementIntervalCs()));
    List<VrrpAction> advertAndTimer = List.of(sendAdvert, startAdvertTimer);
    List<VrrpAction> joins =
        config.holdsIpv6()
            ? List.of(new JoinSolicitedNodeGroups(config.heldAddresses()))
            : List.of();
    this.takeover = new Transition(MASTER, becomeMaster(joins), Decision.NOTHING_HEARD);
    this.advertDue = new Transition(MASTER, advertAndTimer, Decision.ADVERT_DUE);
    this.answerRelease = new Transition(MASTER, advertAndTimer, Decision.PRIORITY_ZERO_ANSWERED);
    this.lowerPriority =
        losing(Decision.LOWER_PRIORITY_DISCARDED, Decision.LOWER_PRIORITY_ANSWERED);
    this.smallerAddress =
        losing(Decision.SMALLER_ADDRESS_DISCARDED, Decision.SMALLER_ADDRESS_ANSWERED);
    this.restartAdvertTimer =
        new Transition(MASTER, List.of(startAdvertTimer), Decision.REJECTED_ADVERT_RESTARTED_TIMER);
  }

  /** RFC 3768 6.4.1; RFC 5798 6.4.1 (100 to 180); RFC 9568 6.4.1. */
  Transition startup() {
    int own = config.advertisementIntervalCs();
    WatchfulBackup watching = WatchfulBackup.of(config, new Backup(own, own));
    if (!config.isOwner()) {
      return new Transition(
          watching.backup(), List.of(watching.masterDown()), Decision.STARTUP_BACKUP);
    }
    return switch (election.ownerStartup()) {
      // No join: the addresses are the interface's own, whose groups it is in (RFC 4861 7.2.1).
      case OwnerStartup.MASTER ->
          new Transition(MASTER, becomeMaster(List.of()), Decision.STARTUP_OWNER);
      case OwnerStartup.BACKUP_FOR_A_MICROSECOND ->
          new Transition(
              watching.backup(),
              List.of(new StartMasterDownTimer(ONE_MICROSECOND)),
              Decision.STARTUP_OWNER);
    };
  }

  /** RFC 3768 6.4.2; RFC 5798 6.4.2 (365 to 415); RFC 9568 6.4.2. */
  Transition takeover(PreemptDelay preemptDelay) {
    if (preemptDelay != PreemptDelay.RUNNING) {
      return takeover;
    }
    // The lower Master fell silent before the delay was over.
    List<VrrpAction> actions = new ArrayList<>();
    actions.add(new CancelPreemptDelay());
    actions.addAll(takeover.actions());
    return new Transition(MASTER, actions, Decision.NOTHING_HEARD);
  }

  private List<VrrpAction> becomeMaster(List<VrrpAction> joins) {
    List<VrrpAction> actions = new ArrayList<>();
    actions.add(sendAdvert);
    actions.addAll(joins);
    announcements.takeover(actions);
    actions.add(startAdvertTimer);
    return actions;
  }

  /** RFC 9568 6.4.3: Adver_Timer fired. */
  Transition advertDue() {
    return advertDue;
  }

  /**
   * How late an advert may be before somebody of the priority that the configuration names has
   * taken over, nanoseconds. It matters to those alone who would not preempt that one.
   */
  long bearableDelayNanos() {
    int other = config.options().latePriority();
    if (other == 0 || config.preempts()) {
      return Long.MAX_VALUE;
    }
    int interval = config.advertisementIntervalCs();
    return WatchfulBackup.masterDownNanos(
            config.withPriority(other), new Backup(interval, interval))
        - VrrpTimers.intervalNanos(interval);
  }

  /** RFC 9568 6.4.3: priority 0 heard. */
  Transition answerRelease() {
    return answerRelease;
  }

  /** RFC 9568 6.4.3: an advert of lower priority heard. */
  Transition lowerPriority() {
    return lowerPriority;
  }

  /** RFC 9568 6.4.3: an advert of equal priority heard from an address that is not greater. */
  Transition smallerAddress() {
    return smallerAddress;
  }

  private Transition losing(Decision discarded, Decision answered) {
    List<VrrpAction> actions = new ArrayList<>();
    switch (election.losingAdvert()) {
      case SILENT -> {
        return new Transition(MASTER, List.of(), discarded);
      }
      case ANNOUNCE -> {
        announcements.reassertion(actions);
        return new Transition(MASTER, actions, discarded);
      }
      case ASSERT -> actions.add(sendAdvert);
      case ASSERT_AND_ANNOUNCE -> {
        actions.add(sendAdvert);
        announcements.reassertion(actions);
      }
    }
    if (election.timerAfterReassertion() == AdvertTimer.RESTARTED) {
      actions.add(startAdvertTimer);
    }
    return new Transition(MASTER, actions, answered);
  }

  /** Not in any RFC: keepalived announces for the whole sync group. */
  Transition groupReasserted() {
    List<VrrpAction> actions = new ArrayList<>();
    announcements.reassertion(actions);
    return new Transition(MASTER, actions, Decision.GROUP_REASSERTED);
  }

  /** Not in any RFC: keepalived's Master after a packet that it refused. */
  Transition restartAdvertTimer() {
    return restartAdvertTimer;
  }

  /** Not in any RFC: announcements after the first ones. */
  Transition announceAgain(AnnounceTimer timer) {
    return announcements.again(timer);
  }

  /** RFC 3768 6.4.3; RFC 5798 6.4.3 (725 to 765); RFC 9568 6.4.3. */
  Transition stepDown(WatchfulBackup watching, Decision decision) {
    List<VrrpAction> actions = new ArrayList<>();
    if (election.partingAdvert() == PartingAdvert.SENT) {
      actions.add(sendAdvert);
    }
    actions.add(new CancelAdvertTimer());
    announcements.cancel(actions);
    actions.add(watching.masterDown());
    leaveGroups(actions);
    return new Transition(watching.backup(), actions, decision);
  }

  /**
   * Not in any RFC: keepalived's Master of which other software took an address. Its timer is set
   * as if it had heard its own farewell, so that it is back before anybody of lower priority.
   */
  Transition addressRemoved(WatchfulBackup watching) {
    List<VrrpAction> actions = new ArrayList<>();
    actions.add(new CancelAdvertTimer());
    actions.add(new SendAdvert(VrrpPacket.PRIORITY_RELEASE));
    announcements.cancel(actions);
    actions.addAll(watching.afterRelease().actions());
    leaveGroups(actions);
    return new Transition(watching.backup(), actions, Decision.ADDRESS_REMOVED);
  }

  /** Not in any RFC: keepalived's owner that hears another one goes on as what it is not. */
  Transition ownerConflict() {
    int own = config.advertisementIntervalCs();
    VirtualRouterConfig lowered = config.withPriority(VrrpPacket.PRIORITY_OWNER - 1);
    WatchfulBackup watching = WatchfulBackup.of(lowered, new Backup(own, own));
    List<VrrpAction> actions = new ArrayList<>();
    actions.add(new LowerPriority(lowered.priority()));
    actions.addAll(stepDown(watching, Decision.OWNER_CONFLICT).actions());
    return new Transition(watching.backup(), actions, Decision.OWNER_CONFLICT);
  }

  /** Not in any RFC: keepalived's last advert as what it was. */
  Transition reloading() {
    return new Transition(MASTER, List.of(sendAdvert), Decision.RELOADING);
  }

  /** Not in any RFC: the configuration changed under a Master, which announces what is new. */
  Transition reconfigured(VirtualRouterConfig before, boolean reloaded) {
    List<VrrpAction> actions = new ArrayList<>();
    if (reloaded) {
      actions.add(sendAdvert);
      actions.add(startAdvertTimer);
    }
    announcements.added(before.heldAddresses(), actions);
    return new Transition(MASTER, actions, reloaded ? Decision.RELOADED : Decision.RECONFIGURED);
  }

  /** RFC 9568 6.4.3: an orderly stop as Master. */
  Transition shutdown() {
    return release(config.profile().sending().shutdownReleases(), Decision.SHUTDOWN);
  }

  /** The same for the sake of a failure that the daemon noticed. */
  Transition fault() {
    return release(config.profile().sending().faultReleases(), Decision.FAULT);
  }

  /** And once, where another member of the sync group noticed it. */
  Transition groupFault() {
    return release(config.profile().sending().shutdownReleases(), Decision.GROUP_FAULT);
  }

  private Transition release(int adverts, Decision decision) {
    List<VrrpAction> actions = new ArrayList<>();
    actions.add(new CancelAdvertTimer());
    for (int i = 0; i < adverts; i++) {
      actions.add(new SendAdvert(VrrpPacket.PRIORITY_RELEASE));
    }
    announcements.cancel(actions);
    leaveGroups(actions);
    return new Transition(INITIALIZE, actions, decision);
  }

  /** RFC 9568 6.4.2: a stop as Backup, of which nobody hears. */
  static Transition stopWatching(Backup backup, Decision decision) {
    return new Transition(
        INITIALIZE,
        backup.preemptDelay() == PreemptDelay.RUNNING
            ? List.of(new CancelMasterDownTimer(), new CancelPreemptDelay())
            : List.of(new CancelMasterDownTimer()),
        decision);
  }

  /** Undoes the join of the takeover, of which the texts do not speak; an owner stays a member. */
  private void leaveGroups(List<VrrpAction> actions) {
    if (!config.isOwner() && config.holdsIpv6()) {
      actions.add(new LeaveSolicitedNodeGroups(config.heldAddresses()));
    }
  }
}
