/**
 * The virtual world: cables, switches that learn MACs and who listens to which group, hosts with
 * neighbour caches, routers, and VRRP nodes that join the protocol to a port.
 *
 * <p>{@link io.vrrplab.lan.Lab} is the door: it builds the world and knows all that is in it. A
 * frame's way is short: a host hands it to its {@link io.vrrplab.lan.Port}, a cable carries it to
 * the {@link io.vrrplab.lan.Segment}, and that sends it on to the ports it is for. Whoever wants to
 * know what happens is a {@link io.vrrplab.lan.LabListener}.
 */
@NullMarked
package io.vrrplab.lan;

import org.jspecify.annotations.NullMarked;
