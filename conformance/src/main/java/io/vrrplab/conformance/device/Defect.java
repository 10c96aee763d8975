package io.vrrplab.conformance.device;

import io.vrrplab.vrrp.VirtualRouterConfig;
import io.vrrplab.vrrp.VrrpEngine;
import io.vrrplab.wire.Frame;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * One way in which a simulated device is wrong, at whichever place it is told best; all other
 * places stay right.
 *
 * @param config changes what the device makes of its settings
 * @param engine puts another decision in front of the state machine's
 * @param outbound what becomes of a frame that the device says
 * @param inbound what becomes of a frame before the device hears it
 * @param chatter what the device says, besides, about a frame that it is sent
 */
public record Defect(
    UnaryOperator<VirtualRouterConfig> config,
    BiFunction<VirtualRouterConfig, VrrpEngine, VrrpEngine> engine,
    Function<Frame, List<Frame>> outbound,
    Function<Frame, List<Frame>> inbound,
    Function<Frame, List<Frame>> chatter) {

  /** Nothing is wrong. */
  public static final Defect NONE =
      new Defect(
          UnaryOperator.identity(), (_, engine) -> engine, List::of, List::of, _ -> List.of());

  /** A device that understands its settings in its own way. */
  public static Defect ofConfig(UnaryOperator<VirtualRouterConfig> config) {
    return new Defect(config, NONE.engine, NONE.outbound, NONE.inbound, NONE.chatter);
  }

  /** A device that decides in its own way. */
  public static Defect ofEngine(BiFunction<VirtualRouterConfig, VrrpEngine, VrrpEngine> engine) {
    return new Defect(NONE.config, engine, NONE.outbound, NONE.inbound, NONE.chatter);
  }

  /** A device whose frames leave otherwise than they should. */
  public static Defect ofOutbound(Function<Frame, List<Frame>> outbound) {
    return new Defect(NONE.config, NONE.engine, outbound, NONE.inbound, NONE.chatter);
  }

  /** A device that hears something other than what is said. */
  public static Defect ofInbound(Function<Frame, List<Frame>> inbound) {
    return new Defect(NONE.config, NONE.engine, NONE.outbound, inbound, NONE.chatter);
  }

  /** A device that says more than it should. */
  public static Defect ofChatter(Function<Frame, List<Frame>> chatter) {
    return new Defect(NONE.config, NONE.engine, NONE.outbound, NONE.inbound, chatter);
  }
}
