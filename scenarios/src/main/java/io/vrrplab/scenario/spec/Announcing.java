package io.vrrplab.scenario.spec;

import io.vrrplab.keepalived.config.GarpTiming;
import io.vrrplab.vrrp.AnnouncementRules;
import io.vrrplab.vrrp.AnnouncementRules.Burst;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * When a keepalived announces its addresses, in its own words; times in nanoseconds.
 *
 * @param delay from the first block after a takeover to the second; 0: there is no second one
 * @param repeat messages for each address in a block
 * @param refresh period of further messages while Master; 0: none
 * @param refreshRepeat messages for each address at a refresh
 * @param lowerPriorityDelay from the block that answers an advert of lower priority to its second
 * @param lowerPriorityRepeat messages for each address in that block; 0: none
 * @param extra period in which interfaces from which no advert comes show their MACs; 0: never
 * @param extraEverywhere whether those with a MAC of their own do so too
 * @param spacing between two messages on one interface; 0: none
 */
public record Announcing(
    Quantity delay,
    Quantity repeat,
    Quantity refresh,
    Quantity refreshRepeat,
    Quantity lowerPriorityDelay,
    Quantity lowerPriorityRepeat,
    Quantity extra,
    boolean extraEverywhere,
    Quantity spacing) {

  private static final int MOST = 255;

  /** What a keepalived.conf says. */
  public static Announcing of(GarpTiming timing, Duration spacing) {
    return new Announcing(
        nanos(timing.delay()),
        Quantity.of(timing.repeat()),
        nanos(timing.refresh()),
        Quantity.of(timing.refreshRepeat()),
        nanos(timing.lowerPriorityDelay()),
        Quantity.of(timing.lowerPriorityRepeat()),
        nanos(timing.extra()),
        timing.extraEverywhere(),
        nanos(spacing));
  }

  static Quantity nanos(Duration duration) {
    return Quantity.of((double) duration.toNanos());
  }

  /** All that a draw may decide. */
  Stream<Quantity> quantities() {
    return Stream.of(
        delay,
        repeat,
        refresh,
        refreshRepeat,
        lowerPriorityDelay,
        lowerPriorityRepeat,
        extra,
        spacing);
  }

  /** Settles what is left to chance. */
  Announcing resolve(UnaryOperator<Quantity> draw) {
    return new Announcing(
        draw.apply(delay),
        draw.apply(repeat),
        draw.apply(refresh),
        draw.apply(refreshRepeat),
        draw.apply(lowerPriorityDelay),
        draw.apply(lowerPriorityRepeat),
        draw.apply(extra),
        extraEverywhere,
        draw.apply(spacing));
  }

  /** Works it into the rules of a version. */
  AnnouncementRules within(AnnouncementRules rules, boolean strict) {
    Burst lower = new Burst(times(lowerPriorityRepeat, 0), lowerPriorityDelay.asLong());
    return rules
        .withTakeover(new Burst(times(repeat, 1), delay.asLong()))
        .withReassertion(strict ? Burst.NONE : lower)
        .withRefresh(refresh.asLong(), times(refreshRepeat, 1));
  }

  /** More than 255 of one kind are more than any host needs to be told. */
  private static int times(Quantity said, int least) {
    return Math.clamp(said.asLong(), least, MOST);
  }
}
