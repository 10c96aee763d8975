package io.vrrplab.keepalived.config;

import java.time.Duration;

/**
 * When gratuitous ARP and unsolicited neighbour advertisements are sent.
 *
 * @param delay from the first block after takeover to the second; zero: there is no second one
 * @param repeat messages for each address in a block, 1 or more
 * @param refresh period of further messages while Master; zero: none
 * @param refreshRepeat messages for each address at a refresh, 1 or more
 * @param lowerPriorityDelay from the block that answers an advert of lower priority to its second
 * @param lowerPriorityRepeat messages for each address in that block; 0: none
 * @param extra period in which interfaces from which no advert comes remind switches of their MACs;
 *     zero: none
 * @param extraEverywhere whether those with a MAC of their own do so too
 */
public record GarpTiming(
    Duration delay,
    int repeat,
    Duration refresh,
    int refreshRepeat,
    Duration lowerPriorityDelay,
    int lowerPriorityRepeat,
    Duration extra,
    boolean extraEverywhere) {

  /** What holds where nothing is said. */
  public static final GarpTiming DEFAULT =
      new GarpTiming(
          Duration.ofSeconds(5),
          5,
          Duration.ZERO,
          1,
          Duration.ofSeconds(5),
          5,
          Duration.ZERO,
          false);
}
