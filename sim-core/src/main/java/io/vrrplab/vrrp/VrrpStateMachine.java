package io.vrrplab.vrrp;

import io.vrrplab.vrrp.ElectionRules.AdvertTimer;
import io.vrrplab.vrrp.TimerRules.LearnedSkew;
import io.vrrplab.vrrp.VrrpState.Backup;
import io.vrrplab.vrrp.VrrpState.Initialize;
import io.vrrplab.vrrp.VrrpState.Master;
import io.vrrplab.vrrp.VrrpState.PreemptDelay;
import io.vrrplab.wire.VrrpPacket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state machine of RFC 3768 6.4, RFC 5798 6.4 and RFC 9568 6.4 for one virtual router.
 *
 * <p>A pure function from state and event to the next state and what to do: it keeps no state and
 * runs no timer. The disputed corners are read from the {@link Profile}.
 */
public final class VrrpStateMachine implements VrrpEngine {

  private final VirtualRouterConfig config;
  private final Playbook playbook;
  private final boolean learnsInterval;
  private final boolean recomputesSkew;
  private final boolean mixesVersions;

  /**
   * The answers for the Backup that was seen last. Millions of adverts confirm the same interval,
   * and each is answered with these same objects. A race only computes them twice, since all that
   * is reachable from here is final.
   */
  private WatchfulBackup latest;

  /** A state machine for one virtual router; another configuration needs another machine. */
  public VrrpStateMachine(VirtualRouterConfig config) {
    this.config = config;
    this.playbook = new Playbook(config);
    // RFC 3768 has no Master_Adver_Interval: version 2 discards adverts of another interval.
    this.learnsInterval = config.version() == 3;
    this.recomputesSkew = config.profile().timers().learnedSkew() == LearnedSkew.RECOMPUTED;
    this.mixesVersions = config.options().mixedVersions();
    int own = config.advertisementIntervalCs();
    this.latest = WatchfulBackup.of(config, new Backup(own, own));
  }

  /** What the virtual router is configured to be. */
  public VirtualRouterConfig config() {
    return config;
  }

  @Override
  public Transition step(VrrpState state, VrrpEvent event) {
    return switch (state) {
      case Initialize _ -> inInitialize(event);
      case Backup backup -> inBackup(backup, event);
      case Master _ -> inMaster(event);
    };
  }

  /** RFC 3768 6.4.1, RFC 9568 6.4.1. */
  private Transition inInitialize(VrrpEvent event) {
    return switch (event) {
      case VrrpEvent.Startup _ -> playbook.startup();
      case VrrpEvent.Shutdown _,
          VrrpEvent.Fault _,
          VrrpEvent.MasterDownTimerExpired _,
          VrrpEvent.AdvertTimerExpired _,
          VrrpEvent.AdvertTimerLate _,
          VrrpEvent.AnnounceTimerExpired _,
          VrrpEvent.PreemptDelayExpired _,
          VrrpEvent.GroupFault _,
          VrrpEvent.GroupYielded _,
          VrrpEvent.GroupReasserted _,
          VrrpEvent.Reloading _,
          VrrpEvent.Reconfigured _,
          VrrpEvent.AddressRemoved _,
          VrrpEvent.AdvertReceived _,
          VrrpEvent.AdvertRejected _ ->
          stay(Playbook.INITIALIZE, Decision.NOT_RUNNING);
    };
  }

  /** RFC 3768 6.4.2, RFC 9568 6.4.2. */
  private Transition inBackup(Backup backup, VrrpEvent event) {
    return switch (event) {
      case VrrpEvent.AdvertReceived(Advert advert) ->
          mixesVersions ? heardInEitherVersion(backup, advert) : heardInBackup(backup, advert);
      case VrrpEvent.MasterDownTimerExpired _ -> playbook.takeover(backup.preemptDelay());
      case VrrpEvent.Shutdown _ -> Playbook.stopWatching(backup, Decision.SHUTDOWN);
      case VrrpEvent.Fault _ -> Playbook.stopWatching(backup, Decision.FAULT);
      case VrrpEvent.GroupFault _ -> Playbook.stopWatching(backup, Decision.GROUP_FAULT);
      case VrrpEvent.PreemptDelayExpired _ -> preemptDelayOver(backup);
      case VrrpEvent.Reconfigured(VirtualRouterConfig before, boolean reloaded) ->
          reconfiguredInBackup(backup, before, reloaded);
      case VrrpEvent.AdvertRejected _ -> stay(backup, Decision.REJECTED_ADVERT_IGNORED);
      case VrrpEvent.GroupYielded _ -> stay(backup, Decision.GROUP_YIELDED);
      case VrrpEvent.Startup _,
          VrrpEvent.AdvertTimerExpired _,
          VrrpEvent.AdvertTimerLate _,
          VrrpEvent.AnnounceTimerExpired _,
          VrrpEvent.GroupReasserted _,
          VrrpEvent.Reloading _,
          VrrpEvent.AddressRemoved _ ->
          stay(backup, Decision.OUT_OF_PLACE);
    };
  }

  /** RFC 3768 6.4.2, RFC 5798 6.4.2 (420 to 475), RFC 9568 6.4.2. */
  private Transition heardInBackup(Backup backup, Advert advert) {
    int heard = advert.priority();
    int own = config.priority();
    if (heard == VrrpPacket.PRIORITY_RELEASE) {
      // The interval of this advert is not learnt: the text learns in its other branch only.
      return watching(backup).afterRelease();
    }
    if (heard < own && config.preempts() && discardsLower(backup)) {
      return watching(backup).onLowerBeforePreemption();
    }
    int interval = learnsInterval ? advert.intervalCs() : backup.masterAdverIntervalCs();
    WatchfulBackup watching =
        watching(
            interval, recomputesSkew ? interval : backup.skewIntervalCs(), backup.preemptDelay());
    // Addresses are compared in Master only; here an equal priority holds the Backup as well.
    if (heard > own) {
      return watching.onHigher();
    }
    if (heard == own) {
      return watching.onEqual();
    }
    return config.preempts() ? watching.onLowerBeforePreemption() : watching.onLower();
  }

  /** RFC 5798 8.4.2, RFC 9568 8.4.2: both versions count, and the copies of the Master do not. */
  private Transition heardInEitherVersion(Backup backup, Advert advert) {
    MasterVersions known = backup.versions();
    if (known != null && known.repeats(advert)) {
      return stay(backup.withVersions(known.after(advert)), Decision.VERSION_2_COPY_IGNORED);
    }
    Transition transition = heardInBackup(backup, advert);
    if (transition.decision() == Decision.LOWER_PRIORITY_DISCARDED) {
      return knowing(known, transition);
    }
    return knowing(known == null ? MasterVersions.of(advert) : known.after(advert), transition);
  }

  /** A transition to a Backup that knows in which versions its Master speaks. */
  private static Transition knowing(@Nullable MasterVersions versions, Transition transition) {
    return transition.next() instanceof Backup backup
        ? new Transition(backup.withVersions(versions), transition.actions(), transition.decision())
        : transition;
  }

  private boolean discardsLower(Backup backup) {
    return config.options().preemptDelayNanos() == 0 || backup.preemptDelay() == PreemptDelay.OVER;
  }

  private static Transition preemptDelayOver(Backup backup) {
    return backup.preemptDelay() == PreemptDelay.RUNNING
        ? stay(backup.withPreemptDelay(PreemptDelay.OVER), Decision.PREEMPT_DELAY_OVER)
        : stay(backup, Decision.OUT_OF_PLACE);
  }

  /** keepalived keeps the time that has passed, and moves the deadline by the difference. */
  private Transition reconfiguredInBackup(
      Backup backup, VirtualRouterConfig before, boolean reloaded) {
    Backup after = mixesVersions ? backup : backup.withVersions(null);
    if (backup.masterAdverIntervalCs() == before.advertisementIntervalCs()) {
      int own = config.advertisementIntervalCs();
      after = new Backup(own, own, after.preemptDelay(), after.versions());
    }
    long later =
        WatchfulBackup.masterDownNanos(config, after)
            - WatchfulBackup.masterDownNanos(before, backup);
    return new Transition(
        after,
        later == 0 ? List.of() : List.of(new VrrpAction.ShiftMasterDownTimer(later)),
        reloaded ? Decision.RELOADED : Decision.RECONFIGURED);
  }

  private WatchfulBackup watching(Backup backup) {
    return watching(backup.masterAdverIntervalCs(), backup.skewIntervalCs(), backup.preemptDelay());
  }

  private WatchfulBackup watching(
      int masterAdverIntervalCs, int skewIntervalCs, PreemptDelay preemptDelay) {
    WatchfulBackup known = latest;
    if (known.backup().masterAdverIntervalCs() != masterAdverIntervalCs
        || known.backup().skewIntervalCs() != skewIntervalCs
        || known.backup().preemptDelay() != preemptDelay) {
      known =
          WatchfulBackup.of(
              config, new Backup(masterAdverIntervalCs, skewIntervalCs, preemptDelay));
      latest = known;
    }
    return known;
  }

  /** RFC 3768 6.4.3, RFC 9568 6.4.3. */
  private Transition inMaster(VrrpEvent event) {
    return switch (event) {
      case VrrpEvent.AdvertTimerExpired _ -> playbook.advertDue();
      case VrrpEvent.AdvertTimerLate(long late) -> lateInMaster(late);
      case VrrpEvent.AdvertReceived(Advert advert) -> heardInMaster(advert);
      case VrrpEvent.AdvertRejected(RejectReason _, boolean addressed) ->
          rejectedInMaster(addressed);
      case VrrpEvent.AnnounceTimerExpired(AnnounceTimer timer) -> playbook.announceAgain(timer);
      case VrrpEvent.Shutdown _ -> playbook.shutdown();
      case VrrpEvent.Fault _ -> playbook.fault();
      case VrrpEvent.GroupFault _ -> playbook.groupFault();
      case VrrpEvent.Reloading _ -> playbook.reloading();
      case VrrpEvent.GroupReasserted _ -> playbook.groupReasserted();
      case VrrpEvent.AddressRemoved _ ->
          playbook.addressRemoved(watching(ownInterval(), ownInterval(), PreemptDelay.NOT_STARTED));
      case VrrpEvent.GroupYielded _ -> stepDown(ownInterval(), Decision.GROUP_YIELDED);
      case VrrpEvent.Reconfigured(VirtualRouterConfig before, boolean reloaded) ->
          playbook.reconfigured(before, reloaded);
      case VrrpEvent.Startup _,
          VrrpEvent.MasterDownTimerExpired _,
          VrrpEvent.PreemptDelayExpired _ ->
          stay(Playbook.MASTER, Decision.OUT_OF_PLACE);
    };
  }

  /** RFC 3768 6.4.3, RFC 5798 6.4.3 (695 to 780), RFC 9568 6.4.3. Preempt_Mode plays no part. */
  private Transition heardInMaster(Advert advert) {
    int heard = advert.priority();
    int own = config.priority();
    if (heard == VrrpPacket.PRIORITY_RELEASE) {
      return playbook.answerRelease();
    }
    if (heard == VrrpPacket.PRIORITY_OWNER && config.lowersPriorityInConflict()) {
      return playbook.ownerConflict();
    }
    if (heard > own) {
      return stepDown(advert, Decision.HIGHER_PRIORITY_HEARD);
    }
    if (heard < own) {
      return playbook.lowerPriority();
    }
    // Unsigned, in network byte order; an equal address is not greater (RFC 9568 6.4.3).
    boolean senderWins = advert.source().compareTo(config.primaryAddress()) > 0;
    return senderWins ? stepDown(advert, Decision.HIGHER_ADDRESS_HEARD) : playbook.smallerAddress();
  }

  private Transition stepDown(Advert advert, Decision decision) {
    Transition transition =
        stepDown(learnsInterval ? advert.intervalCs() : ownInterval(), decision);
    return mixesVersions ? knowing(MasterVersions.of(advert), transition) : transition;
  }

  private Transition stepDown(int interval, Decision decision) {
    return playbook.stepDown(watching(interval, interval, PreemptDelay.NOT_STARTED), decision);
  }

  private int ownInterval() {
    return config.advertisementIntervalCs();
  }

  /** Not in any RFC: keepalived yields to whom it may have missed (timer_expired_backup). */
  private Transition lateInMaster(long lateNanos) {
    return lateNanos > playbook.bearableDelayNanos()
        ? stepDown(ownInterval(), Decision.TOO_LATE)
        : playbook.advertDue();
  }

  private Transition rejectedInMaster(boolean addressed) {
    return addressed && config.profile().election().timerAfterRejected() == AdvertTimer.RESTARTED
        ? playbook.restartAdvertTimer()
        : stay(Playbook.MASTER, Decision.REJECTED_ADVERT_IGNORED);
  }

  private static Transition stay(VrrpState state, Decision decision) {
    return new Transition(state, List.of(), decision);
  }
}
