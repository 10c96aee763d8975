/**
 * What a VRRP daemon keeps an eye on besides its Master: scripts, interfaces, files, processes and
 * BFD sessions, and what that does to priorities. No RFC knows of it; the rules are keepalived's.
 *
 * <p>Values and pure functions: a {@link io.vrrplab.track.Tracked} is looked at, gives a {@link
 * io.vrrplab.track.Condition}, and a {@link io.vrrplab.track.Track} makes a {@link
 * io.vrrplab.track.Verdict} of it, of which {@link io.vrrplab.track.Verdict#priority} adds up many.
 */
@NullMarked
package io.vrrplab.track;

import org.jspecify.annotations.NullMarked;
