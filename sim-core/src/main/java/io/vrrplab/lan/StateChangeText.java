package io.vrrplab.lan;

import io.vrrplab.vrrp.Decision;
import io.vrrplab.vrrp.ReceivedAdvert;
import io.vrrplab.vrrp.VirtualRouterConfig;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Why a virtual router changed its state, in the words of a log, with the numbers that decided. */
final class StateChangeText {

  private StateChangeText() {}

  /**
   * The reason of a change.
   *
   * @param masterDownNanos to what Master_Down_Timer was last set
   * @param heard the advert that caused the change, if one did
   */
  static String of(
      Decision decision,
      VirtualRouterConfig config,
      long masterDownNanos,
      @Nullable ReceivedAdvert heard) {
    return switch (decision) {
      case NOTHING_HEARD -> "nothing heard for " + seconds(masterDownNanos) + " s";
      case HIGHER_PRIORITY_HEARD ->
          heard == null
              ? decision.words()
              : heard.source()
                  + " has priority "
                  + heard.packet().priority()
                  + ", ours is "
                  + config.priority();
      case HIGHER_ADDRESS_HEARD ->
          heard == null
              ? decision.words()
              : heard.source()
                  + " has our priority "
                  + config.priority()
                  + " and the higher address";
      default -> decision.words();
    };
  }

  private static String seconds(long nanos) {
    return BigDecimal.valueOf(nanos, 9).stripTrailingZeros().toPlainString();
  }
}
