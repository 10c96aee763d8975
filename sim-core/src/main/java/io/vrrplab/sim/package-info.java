/**
 * The clock, the event queue, timers and random streams. It knows no network: one could simulate a
 * bank with it.
 *
 * <p>{@link io.vrrplab.sim.Simulation} is the door: schedule an event, take a timer or a random
 * stream, and run. Events happen in the order of (time, order of scheduling), so a run is a
 * function of its seed and of nothing else.
 */
@NullMarked
package io.vrrplab.sim;

import org.jspecify.annotations.NullMarked;
