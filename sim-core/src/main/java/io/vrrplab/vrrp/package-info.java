/**
 * The Virtual Router Redundancy Protocol without any I/O, as RFC 3768 (VRRPv2), RFC 5798 (VRRPv3)
 * and RFC 9568 (VRRPv3; obsoletes 5798) have it, and as daemons depart from them. A {@link
 * io.vrrplab.vrrp.VirtualRouterConfig} says what is wanted, {@link io.vrrplab.vrrp.AdvertReceiver}
 * judges what was heard, {@link io.vrrplab.vrrp.VrrpStateMachine} turns a state and an event into
 * the next state and the actions to take, and {@link io.vrrplab.vrrp.OutgoingAdvert} says what to
 * send. Nothing here holds a clock, a socket or a thread, and every difference between
 * implementations is a value of a {@link io.vrrplab.vrrp.Profile}.
 */
@NullMarked
package io.vrrplab.vrrp;

import org.jspecify.annotations.NullMarked;
