package io.vrrplab.vrrp;

/** What can happen to a virtual router. */
public sealed interface VrrpEvent {

  /** The router begins to take part, for example because its interface came up. */
  record Startup() implements VrrpEvent {}

  /** The router stops in good order. */
  record Shutdown() implements VrrpEvent {}

  /**
   * The router must leave because something it depends on failed, as keepalived's FAULT state has
   * it. To the RFCs this is a Shutdown; some daemons say their goodbye differently.
   */
  record Fault() implements VrrpEvent {}

  /** Master_Down_Timer fired (RFC 9568 6.2). */
  record MasterDownTimerExpired() implements VrrpEvent {}

  /** Adver_Timer fired (RFC 9568 6.2). */
  record AdvertTimerExpired() implements VrrpEvent {}

  /**
   * Adver_Timer fired long ago, and only now the router gets round to it; for those that ask how
   * late they are.
   *
   * @param lateNanos since the timer fired
   */
  record AdvertTimerLate(long lateNanos) implements VrrpEvent {}

  /** A delayed announcement is due. */
  record AnnounceTimerExpired(AnnounceTimer timer) implements VrrpEvent {}

  /** The delay before a preemption is over ({@code preempt_delay} in keepalived). */
  record PreemptDelayExpired() implements VrrpEvent {}

  /**
   * Another member of its sync group failed, and the group stands or falls together: a Fault, but
   * not its own.
   */
  record GroupFault() implements VrrpEvent {}

  /** Another member of its sync group answered a losing advert, so that hosts may be misled. */
  record GroupReasserted() implements VrrpEvent {}

  /** Another member of its sync group became Backup. */
  record GroupYielded() implements VrrpEvent {}

  /**
   * The daemon is about to read its configuration again, as keepalived at SIGHUP: a Master speaks
   * once more before it is busy.
   */
  record Reloading() implements VrrpEvent {}

  /**
   * From now on the virtual router has another configuration; this is the first event of the new
   * one.
   *
   * @param before what it was until now
   * @param reloaded whether the daemon read its configuration again, as keepalived at SIGHUP, so
   *     that a Master advertises at once; otherwise a tracked priority changed
   */
  record Reconfigured(VirtualRouterConfig before, boolean reloaded) implements VrrpEvent {}

  /** Other software took one of the addresses off that this virtual router holds as Master. */
  record AddressRemoved() implements VrrpEvent {}

  /** An advert for this virtual router passed the receive checks. */
  record AdvertReceived(Advert advert) implements VrrpEvent {}

  /**
   * A packet failed the receive checks. The RFCs want no effect; keepalived's Master restarts its
   * advert timer.
   *
   * @param reason the first check that failed
   * @param addressed whether the packet was recognisably one for this virtual router from somebody
   *     else
   */
  record AdvertRejected(RejectReason reason, boolean addressed) implements VrrpEvent {}
}
