package io.vrrplab.lan;

import io.vrrplab.vrrp.AnnounceTimer;
import io.vrrplab.vrrp.VrrpAction;
import io.vrrplab.vrrp.VrrpEvent;
import io.vrrplab.wire.IpAddress;
import java.util.List;

/** Carries out what the state machine of a virtual router wants done. */
final class ActionRunner {

  private final VirtualRouter router;
  private final ProtocolTimers timers;
  private final Speaker speaker;
  private final AddressHolder holder;

  ActionRunner(VirtualRouter router, ProtocolTimers timers, Speaker speaker, AddressHolder holder) {
    this.router = router;
    this.timers = timers;
    this.speaker = speaker;
    this.holder = holder;
  }

  void perform(VrrpAction action) {
    switch (action) {
      case VrrpAction.StartMasterDownTimer(long nanos) -> timers.startMasterDown(nanos);
      case VrrpAction.CancelMasterDownTimer _ -> timers.cancelMasterDown();
      case VrrpAction.ShiftMasterDownTimer(long nanos) -> timers.shiftMasterDown(nanos);
      case VrrpAction.StartPreemptDelay(long nanos) -> timers.preemptDelay().start(nanos);
      case VrrpAction.CancelPreemptDelay _ -> timers.preemptDelay().cancel();
      case VrrpAction.LowerPriority(int priority) -> router.lowerPriority(priority);
      case VrrpAction.StartAdvertTimer(long nanos) -> timers.advert().start(nanos);
      case VrrpAction.CancelAdvertTimer _ -> timers.advert().cancel();
      case VrrpAction.SendAdvert(int priority) -> speaker.advertise(priority);
      case VrrpAction.Announce(List<IpAddress> addresses, int repeats) ->
          speaker.announce(addresses, repeats);
      case VrrpAction.StartAnnounceTimer(AnnounceTimer timer, long nanos) ->
          speaker.later(
              timer, nanos, due -> router.handle(new VrrpEvent.AnnounceTimerExpired(due), null));
      case VrrpAction.CancelAnnounceTimers _ -> speaker.cancelAnnouncements();
      case VrrpAction.JoinSolicitedNodeGroups(List<IpAddress> addresses) ->
          holder.joinGroups(router.config(), addresses);
      case VrrpAction.LeaveSolicitedNodeGroups _ -> holder.leaveGroups();
    }
  }
}
