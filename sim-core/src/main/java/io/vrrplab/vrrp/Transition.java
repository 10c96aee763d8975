package io.vrrplab.vrrp;

import java.util.List;

/**
 * The outcome of one step.
 *
 * @param next the state afterwards
 * @param actions what to do, in this order, before the next state counts
 * @param decision why
 */
public record Transition(VrrpState next, List<VrrpAction> actions, Decision decision) {

  public Transition {
    actions = List.copyOf(actions);
  }
}
