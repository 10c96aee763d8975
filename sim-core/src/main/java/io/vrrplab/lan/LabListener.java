package io.vrrplab.lan;

import io.vrrplab.vrrp.Advert;
import io.vrrplab.vrrp.ReceivedAdvert;
import io.vrrplab.vrrp.RejectReason;
import io.vrrplab.vrrp.Transition;
import io.vrrplab.vrrp.VrrpState;
import io.vrrplab.wire.IpAddress;
import org.jspecify.annotations.Nullable;

/**
 * Watches a lab. A listener sees what happens and must not touch it: a run with a listener and one
 * without are the same run. Every method does nothing unless it is overridden.
 */
public interface LabListener {

  /** A machine, or a switch that asks for listeners, put a frame on the wire. */
  default void transmitted(Transmission transmission) {}

  /**
   * A frame did not reach somebody whom it would have reached.
   *
   * @param towards the machine that will not hear it, or the switch
   */
  default void lost(Transmission transmission, String towards, LossCause cause) {}

  /**
   * A virtual router changed its state on a node.
   *
   * @param why the reason in words
   */
  default void stateChanged(VirtualRouter router, VrrpState before, VrrpState after, String why) {}

  /**
   * A daemon that began, or read another configuration, has a virtual router that cannot take part.
   */
  default void hindered(VirtualRouter router, Hindrance hindrance) {}

  /**
   * A virtual router decided about something that happened to it, and is about to act; whether its
   * state changes or not.
   *
   * @param before its state until now
   * @param heard the packet about which it decided; null if it was none
   */
  default void decided(
      VirtualRouter router,
      VrrpState before,
      Transition transition,
      @Nullable ReceivedAdvert heard) {}

  /** A node put an advert on the wire. */
  default void advertSent(VirtualRouter router, int priority) {}

  /** A virtual router heard an advert that passed all checks; it has not reacted yet. */
  default void advertReceived(VirtualRouter router, Advert advert) {}

  /**
   * A virtual router heard an advert that passed all checks although something about it is not as
   * configured (RFC 9568 7.1: SHOULD be logged).
   */
  default void advertTolerated(VirtualRouter router, RejectReason irregularity) {}

  /**
   * A node heard an advert and refused it.
   *
   * @param router the virtual router that the advert names; null if the node has none such
   */
  default void advertRejected(
      Machine node, @Nullable VirtualRouter router, ReceivedAdvert heard, RejectReason reason) {}

  /** The daemon of a virtual router was told that a BFD session which this tracks is up or down. */
  default void sessionChanged(VirtualRouter router, String session, boolean up) {}

  /**
   * The daemon of a machine learns that other software has changed the addresses of an interface;
   * it has not reacted yet.
   *
   * @param added whether the address was put on; otherwise it was taken off
   */
  default void addressChanged(NetworkInterface on, IpAddress address, boolean added) {}

  /** A fault of the timeline is about to strike. */
  default void faultStrikes(FaultNotice fault) {}

  /**
   * A switch that snoops forgot that a machine listens to a group: it was not told for too long.
   */
  default void listenerForgotten(Segment segment, Machine machine, IpAddress group) {}

  /** A flow sent its next packet. */
  default void probeSent(Flow flow, int sequence) {}

  /** A service answers a packet of a flow; the answer is still to arrive. */
  default void probeServed(Flow flow, int sequence, Machine by) {}

  /**
   * A packet of a flow got through; for a ping or a request to a service, its answer came back.
   *
   * @param hopLimit the TTL or hop limit with which the packet, or the answer, arrived
   */
  default void probeArrived(Flow flow, int sequence, int hopLimit) {}
}
