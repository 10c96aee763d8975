package io.vrrplab.vrrp;

import io.vrrplab.wire.IpAddress;
import java.util.List;

/** What a virtual router wants done, in the order in which the step lists it. */
public sealed interface VrrpAction {

  /**
   * Sends one advert; {@link OutgoingAdvert} says with what in it.
   *
   * @param priority the own priority, or 0 to give up the role
   */
  record SendAdvert(int priority) implements VrrpAction {}

  /**
   * Broadcasts gratuitous ARPs (IPv4) or multicasts unsolicited neighbour advertisements (IPv6).
   *
   * @param addresses what to announce, in this order
   * @param repeats how often each address, back to back, at least 1
   */
  record Announce(List<IpAddress> addresses, int repeats) implements VrrpAction {

    public Announce {
      addresses = List.copyOf(addresses);
    }
  }

  /** Sets Master_Down_Timer, which replaces a running one; 0 fires at once. */
  record StartMasterDownTimer(long nanos) implements VrrpAction {}

  /** Cancels Master_Down_Timer. */
  record CancelMasterDownTimer() implements VrrpAction {}

  /**
   * Moves the deadline of a running Master_Down_Timer; one that would have passed fires at once.
   *
   * @param nanos how much later, negative for earlier
   */
  record ShiftMasterDownTimer(long nanos) implements VrrpAction {}

  /** Sets the timer of {@link VrrpEvent.PreemptDelayExpired}. */
  record StartPreemptDelay(long nanos) implements VrrpAction {}

  /** Cancels the timer of {@link VrrpEvent.PreemptDelayExpired}. */
  record CancelPreemptDelay() implements VrrpAction {}

  /**
   * Lowers the configured priority for good, without a {@link VrrpEvent.Reconfigured}: this step
   * has already reckoned with it.
   *
   * @param priority 1 to 254
   */
  record LowerPriority(int priority) implements VrrpAction {}

  /** Sets Adver_Timer, which replaces a running one. */
  record StartAdvertTimer(long nanos) implements VrrpAction {}

  /** Cancels Adver_Timer. */
  record CancelAdvertTimer() implements VrrpAction {}

  /**
   * Asks for one more {@link VrrpEvent.AnnounceTimerExpired}. It replaces none that is pending:
   * keepalived owes one delayed batch for each reason to send it.
   */
  record StartAnnounceTimer(AnnounceTimer timer, long nanos) implements VrrpAction {}

  /** Cancels all pending delayed announcements. */
  record CancelAnnounceTimers() implements VrrpAction {}

  /**
   * Joins the solicited-node multicast group of each address (RFC 9568 6.4.2); a group that the
   * interface is in already stays joined.
   */
  record JoinSolicitedNodeGroups(List<IpAddress> addresses) implements VrrpAction {

    public JoinSolicitedNodeGroups {
      addresses = List.copyOf(addresses);
    }
  }

  /** Leaves the solicited-node multicast group of each address that is the interface's no more. */
  record LeaveSolicitedNodeGroups(List<IpAddress> addresses) implements VrrpAction {

    public LeaveSolicitedNodeGroups {
      addresses = List.copyOf(addresses);
    }
  }
}
