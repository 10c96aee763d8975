package io.vrrplab.conformance.device;

import io.vrrplab.vrrp.VirtualRouterConfig;
import io.vrrplab.vrrp.VrrpEngine;
import io.vrrplab.wire.Frame;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * One way in which a simulated device is wrong, at whichever place it is told best; all other
 * places stay right.
 *
 * @param settings what it reads in its settings, before it looks whether they are in range
 * @param config changes what the device makes of its settings
 * @param change what it goes on with, of what a virtual router was and what it is told to become
 * @param engine puts another decision in front of the state machine's
 * @param outbound what becomes of a frame that the device says
 * @param inbound what becomes of a frame before the device hears it
 * @param chatter what the device says, besides, about a frame that it is sent
 * @param mixup what it does on both LANs that belongs on one
 * @param report what becomes of what it says of itself
 */
public record Defect(
    UnaryOperator<Settings> settings,
    UnaryOperator<VirtualRouterConfig> config,
    BinaryOperator<VirtualRouterConfig> change,
    BiFunction<VirtualRouterConfig, VrrpEngine, VrrpEngine> engine,
    Function<Frame, List<Frame>> outbound,
    Function<Frame, List<Frame>> inbound,
    Function<Frame, List<Frame>> chatter,
    LanMixup mixup,
    UnaryOperator<SelfReport> report) {

  /** Nothing is wrong. */
  public static final Defect NONE =
      new Defect(
          UnaryOperator.identity(),
          UnaryOperator.identity(),
          (_, told) -> told,
          (_, engine) -> engine,
          List::of,
          List::of,
          _ -> List.of(),
          LanMixup.NOTHING,
          UnaryOperator.identity());

  /** A device that reads something other than it is told. */
  public static Defect ofSettings(UnaryOperator<Settings> settings) {
    return new Defect(
        settings,
        NONE.config,
        NONE.change,
        NONE.engine,
        NONE.outbound,
        NONE.inbound,
        NONE.chatter,
        NONE.mixup,
        NONE.report);
  }

  /** A device that understands its settings in its own way. */
  public static Defect ofConfig(UnaryOperator<VirtualRouterConfig> config) {
    return new Defect(
        NONE.settings,
        config,
        NONE.change,
        NONE.engine,
        NONE.outbound,
        NONE.inbound,
        NONE.chatter,
        NONE.mixup,
        NONE.report);
  }

  /** A device that makes something else of settings that change while it runs. */
  public static Defect ofChange(BinaryOperator<VirtualRouterConfig> change) {
    return new Defect(
        NONE.settings,
        NONE.config,
        change,
        NONE.engine,
        NONE.outbound,
        NONE.inbound,
        NONE.chatter,
        NONE.mixup,
        NONE.report);
  }

  /** A device that decides in its own way. */
  public static Defect ofEngine(BiFunction<VirtualRouterConfig, VrrpEngine, VrrpEngine> engine) {
    return new Defect(
        NONE.settings,
        NONE.config,
        NONE.change,
        engine,
        NONE.outbound,
        NONE.inbound,
        NONE.chatter,
        NONE.mixup,
        NONE.report);
  }

  /** A device whose frames leave otherwise than they should. */
  public static Defect ofOutbound(Function<Frame, List<Frame>> outbound) {
    return onTheWire(outbound, NONE.inbound, NONE.chatter);
  }

  /** A device that hears something other than what is said. */
  public static Defect ofInbound(Function<Frame, List<Frame>> inbound) {
    return onTheWire(NONE.outbound, inbound, NONE.chatter);
  }

  /** A device that says more than it should. */
  public static Defect ofChatter(Function<Frame, List<Frame>> chatter) {
    return onTheWire(NONE.outbound, NONE.inbound, chatter);
  }

  private static Defect onTheWire(
      Function<Frame, List<Frame>> outbound,
      Function<Frame, List<Frame>> inbound,
      Function<Frame, List<Frame>> chatter) {
    return new Defect(
        NONE.settings,
        NONE.config,
        NONE.change,
        NONE.engine,
        outbound,
        inbound,
        chatter,
        NONE.mixup,
        NONE.report);
  }

  /** A device that cannot keep its LANs apart. */
  public static Defect ofMixup(LanMixup mixup) {
    return new Defect(
        NONE.settings,
        NONE.config,
        NONE.change,
        NONE.engine,
        NONE.outbound,
        NONE.inbound,
        NONE.chatter,
        mixup,
        NONE.report);
  }

  /** A device that says of itself what is not so. */
  public static Defect ofReport(UnaryOperator<SelfReport> report) {
    return new Defect(
        NONE.settings,
        NONE.config,
        NONE.change,
        NONE.engine,
        NONE.outbound,
        NONE.inbound,
        NONE.chatter,
        NONE.mixup,
        report);
  }

  /** The same, and hears something other than what is said. */
  public Defect alsoHearing(Function<Frame, List<Frame>> other) {
    return new Defect(settings, config, change, engine, outbound, other, chatter, mixup, report);
  }
}
