package io.vrrplab.vrrp;

/**
 * Decides what one virtual router does: {@link VrrpStateMachine} as the RFCs have it, or a
 * departure from that, such as an engine made wrong on purpose.
 */
@FunctionalInterface
public interface VrrpEngine {

  /**
   * Says what an event leads to.
   *
   * @param state where the virtual router is
   * @param event what happened
   */
  Transition step(VrrpState state, VrrpEvent event);
}
