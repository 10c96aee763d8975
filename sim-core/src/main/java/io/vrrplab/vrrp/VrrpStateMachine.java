package io.vrrplab.vrrp;

import io.vrrplab.vrrp.ElectionRules.AdvertTimer;
import io.vrrplab.vrrp.TimerRules.LearnedSkew;
import io.vrrplab.vrrp.VrrpState.Backup;
import io.vrrplab.vrrp.VrrpState.Initialize;
import io.vrrplab.vrrp.VrrpState.Master;
import io.vrrplab.wire.VrrpPacket;
import java.util.List;

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
          VrrpEvent.AnnounceTimerExpired _,
          VrrpEvent.AdvertReceived _,
          VrrpEvent.AdvertRejected _ ->
          stay(Playbook.INITIALIZE, Decision.NOT_RUNNING);
    };
  }

  /** RFC 3768 6.4.2, RFC 9568 6.4.2. */
  private Transition inBackup(Backup backup, VrrpEvent event) {
    return switch (event) {
      case VrrpEvent.AdvertReceived(Advert advert) -> heardInBackup(backup, advert);
      case VrrpEvent.MasterDownTimerExpired _ -> playbook.takeover();
      case VrrpEvent.Shutdown _ -> Playbook.stopWatching(Decision.SHUTDOWN);
      case VrrpEvent.Fault _ -> Playbook.stopWatching(Decision.FAULT);
      case VrrpEvent.AdvertRejected _ -> stay(backup, Decision.REJECTED_ADVERT_IGNORED);
      case VrrpEvent.Startup _, VrrpEvent.AdvertTimerExpired _, VrrpEvent.AnnounceTimerExpired _ ->
          stay(backup, Decision.OUT_OF_PLACE);
    };
  }

  /** RFC 3768 6.4.2, RFC 5798 6.4.2 (420 to 475), RFC 9568 6.4.2. */
  private Transition heardInBackup(Backup backup, Advert advert) {
    int heard = advert.priority();
    int own = config.priority();
    if (heard == VrrpPacket.PRIORITY_RELEASE) {
      // The interval of this advert is not learnt: the text learns in its other branch only.
      return watching(backup.masterAdverIntervalCs(), backup.skewIntervalCs()).afterRelease();
    }
    if (heard < own && config.preempts()) {
      return watching(backup.masterAdverIntervalCs(), backup.skewIntervalCs()).discardLower();
    }
    int interval = learnsInterval ? advert.intervalCs() : backup.masterAdverIntervalCs();
    WatchfulBackup watching =
        watching(interval, recomputesSkew ? interval : backup.skewIntervalCs());
    // Addresses are compared in Master only; here an equal priority holds the Backup as well.
    if (heard > own) {
      return watching.onHigher();
    }
    return heard == own ? watching.onEqual() : watching.onLower();
  }

  private WatchfulBackup watching(int masterAdverIntervalCs, int skewIntervalCs) {
    WatchfulBackup known = latest;
    if (known.backup().masterAdverIntervalCs() != masterAdverIntervalCs
        || known.backup().skewIntervalCs() != skewIntervalCs) {
      known = WatchfulBackup.of(config, new Backup(masterAdverIntervalCs, skewIntervalCs));
      latest = known;
    }
    return known;
  }

  /** RFC 3768 6.4.3, RFC 9568 6.4.3. */
  private Transition inMaster(VrrpEvent event) {
    return switch (event) {
      case VrrpEvent.AdvertTimerExpired _ -> playbook.advertDue();
      case VrrpEvent.AdvertReceived(Advert advert) -> heardInMaster(advert);
      case VrrpEvent.AdvertRejected(RejectReason _, boolean addressed) ->
          rejectedInMaster(addressed);
      case VrrpEvent.AnnounceTimerExpired(AnnounceTimer timer) -> playbook.announceAgain(timer);
      case VrrpEvent.Shutdown _ -> playbook.shutdown();
      case VrrpEvent.Fault _ -> playbook.fault();
      case VrrpEvent.Startup _, VrrpEvent.MasterDownTimerExpired _ ->
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
    int interval = learnsInterval ? advert.intervalCs() : config.advertisementIntervalCs();
    return playbook.stepDown(watching(interval, interval), decision);
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
