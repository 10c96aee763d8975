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

  /** A delayed announcement is due. */
  record AnnounceTimerExpired(AnnounceTimer timer) implements VrrpEvent {}

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
