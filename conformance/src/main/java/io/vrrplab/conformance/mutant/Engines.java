package io.vrrplab.conformance.mutant;

import io.vrrplab.conformance.device.Defect;
import io.vrrplab.vrrp.Advert;
import io.vrrplab.vrrp.Decision;
import io.vrrplab.vrrp.Transition;
import io.vrrplab.vrrp.VirtualRouterConfig;
import io.vrrplab.vrrp.VrrpAction;
import io.vrrplab.vrrp.VrrpEngine;
import io.vrrplab.vrrp.VrrpEvent;
import io.vrrplab.vrrp.VrrpState;
import io.vrrplab.vrrp.VrrpTimers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The ways to put a wrong decision in front of a right engine. */
final class Engines {

  private Engines() {}

  /**
   * One step as it would be right.
   *
   * @param config what the virtual router is configured to be
   * @param right the engine of the RFCs
   * @param state where it is
   * @param event what happened
   */
  record Step(VirtualRouterConfig config, VrrpEngine right, VrrpState state, VrrpEvent event) {

    Transition outcome() {
      return right.step(state, event);
    }

    /** Whatever would have happened, nothing does. */
    Transition nothing() {
      return new Transition(state, List.of(), outcome().decision());
    }

    /** What would have happened to another advert. */
    Transition instead(Advert advert) {
      return right.step(state, new VrrpEvent.AdvertReceived(advert));
    }

    boolean isMaster() {
      return state instanceof VrrpState.Master;
    }

    boolean isBackup() {
      return state instanceof VrrpState.Backup;
    }

    /** The advert that came; null if something else did. */
    @Nullable Advert advert() {
      return event instanceof VrrpEvent.AdvertReceived(Advert advert) ? advert : null;
    }
  }

  /** Decides each step by itself, or as it would be right. */
  static Defect deciding(Function<Step, Transition> decision) {
    return Defect.ofEngine(
        (config, right) -> (state, event) -> decision.apply(new Step(config, right, state, event)));
  }

  /** Decides about adverts heard in Backup. */
  static Defect inBackup(Reaction reaction) {
    return deciding(step -> {
      Advert advert = step.isBackup() ? step.advert() : null;
      return advert == null ? step.outcome() : reaction.to(step, advert);
    });
  }

  /** Decides about adverts heard in Master. */
  static Defect inMaster(Reaction reaction) {
    return deciding(step -> {
      Advert advert = step.isMaster() ? step.advert() : null;
      return advert == null ? step.outcome() : reaction.to(step, advert);
    });
  }

  /** What an engine makes of an advert. */
  @FunctionalInterface
  interface Reaction {
    Transition to(Step step, Advert advert);
  }

  /** The same step with other actions. */
  static Transition acting(Transition right, UnaryOperator<List<VrrpAction>> change) {
    return new Transition(
        right.next(), change.apply(new ArrayList<>(right.actions())), right.decision());
  }

  /** The same step without actions of a kind. */
  static Transition without(Transition right, Class<? extends VrrpAction> kind) {
    return acting(right, actions -> actions.stream().filter(a -> !kind.isInstance(a)).toList());
  }

  /** The same advert with another priority. */
  static Advert withPriority(Advert advert, int priority) {
    return new Advert(
        advert.virtualRouterId(),
        advert.version(),
        priority,
        advert.intervalCs(),
        advert.source(),
        advert.addresses());
  }

  /** The same advert with another interval. */
  static Advert withInterval(Advert advert, int intervalCs) {
    return new Advert(
        advert.virtualRouterId(),
        advert.version(),
        advert.priority(),
        intervalCs,
        advert.source(),
        advert.addresses());
  }

  /** Backup as it is right after a start. */
  static VrrpState backup(Step step) {
    int own = step.config().advertisementIntervalCs();
    return new VrrpState.Backup(own, own);
  }

  /** A start that leads into Backup, for three intervals. */
  static Transition asBackup(Step step) {
    long nanos = 3 * VrrpTimers.intervalNanos(step.config().advertisementIntervalCs());
    return new Transition(
        backup(step), List.of(new VrrpAction.StartMasterDownTimer(nanos)), Decision.STARTUP_BACKUP);
  }
}
