package io.vrrplab.keepalived.config;

import java.time.Duration;

/**
 * The spacing of announcements; zero: none.
 *
 * @param garpInterval between gratuitous ARP messages
 * @param gnaInterval between unsolicited neighbour advertisements
 */
public record Pace(Duration garpInterval, Duration gnaInterval) {

  /** As fast as can be. */
  public static final Pace NONE = new Pace(Duration.ZERO, Duration.ZERO);
}
