package io.vrrplab.sim;

/**
 * Reacts to an event. A handler is one long-lived object and the payload is what differs, so that
 * scheduling an event allocates nothing.
 *
 * @param <P> what an event of this kind carries
 */
@FunctionalInterface
public interface EventHandler<P> {

  /** Called once, at the time for which the event was scheduled. */
  void handle(P payload);
}
