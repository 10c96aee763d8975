/**
 * The Virtual Router Redundancy Protocol without any I/O: what a router does, decided by RFC 3768
 * (VRRPv2), RFC 5798 (VRRPv3) and RFC 9568 (VRRPv3; obsoletes 5798), or by a daemon that departs
 * from them. A {@link io.vrrplab.vrrp.VirtualRouterConfig} says what is wanted, {@link
 * io.vrrplab.vrrp.AdvertReceiver} judges what was heard, {@link io.vrrplab.vrrp.VrrpStateMachine}
 * turns a state and an event into the next state and the actions to take, and {@link
 * io.vrrplab.vrrp.OutgoingAdvert} says what to send. Nothing here holds a clock, a socket or a
 * thread, and every way in which implementations differ is a value of a {@link
 * io.vrrplab.vrrp.Profile}: start there to learn what makes keepalived unlike an RFC.
 */
@NullMarked
package io.vrrplab.vrrp;

import org.jspecify.annotations.NullMarked;
