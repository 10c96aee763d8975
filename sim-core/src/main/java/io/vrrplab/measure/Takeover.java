package io.vrrplab.measure;

import org.jspecify.annotations.Nullable;

/**
 * One node's standing up.
 *
 * @param seat who stood up
 * @param atNanos when
 * @param cause what made it do so
 * @param lastHeardNanos when it had last heard the old Master
 * @param release whether that advert had priority 0
 * @param bound what the RFC allows
 */
record Takeover(
    Seat seat,
    long atNanos,
    FaultLog.Cause cause,
    @Nullable Long lastHeardNanos,
    boolean release,
    RfcBound bound) {

  @Nullable Long masterDownNanos() {
    return lastHeardNanos == null ? null : (Long) (atNanos - lastHeardNanos);
  }
}
