package io.vrrplab.vrrp;

import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Octets;
import io.vrrplab.wire.VrrpTrailer;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Judges the trailers that come to one virtual router, and knows the last number of each sender.
 */
final class AdvertGuard {

  /** Of how many senders to a group the numbers are known; of peers all are. */
  private static final int SENDERS_TO_GROUP = 4;

  private final HmacRules rules;
  private final Delivery.@Nullable Unicast peers;
  private final SequencedMap<IpAddress, Long> lastNumbers = new LinkedHashMap<>();

  AdvertGuard(HmacRules rules, Delivery delivery) {
    this.rules = rules;
    this.peers = delivery instanceof Delivery.Unicast unicast ? unicast : null;
  }

  /** Whether it would judge as another one. */
  boolean isLike(AdvertGuard other) {
    return rules.equals(other.rules);
  }

  /** The length alone tells a trailer. */
  static boolean hasTrailer(ReceivedAdvert received) {
    return received.surplusOctets() == VrrpTrailer.OCTETS;
  }

  /**
   * What is wrong with an advert.
   *
   * @param clockNanos the time on the node's clock, nanoseconds since 1970
   * @return null if nothing is
   */
  @Nullable RejectReason judge(ReceivedAdvert received, long clockNanos) {
    if (!hasTrailer(received)) {
      return rules.mode() == HmacRules.Mode.ENFORCE ? RejectReason.TRAILER_MISSING : null;
    }
    if (peers != null && peers.peer(received.source()) == null) {
      return RejectReason.PEER;
    }
    VrrpTrailer trailer = VrrpTrailer.read(received.packet().surplus());
    if (trailer.type() != VrrpTrailer.HMAC_SHA_256 || trailer.reserved() != 0) {
      return RejectReason.TRAILER_MALFORMED;
    }
    if (rules.isTimed() && isBeyondWindow(trailer.sequence(), clockNanos)) {
      return RejectReason.TRAILER_STALE;
    }
    Octets key = rules.keys().get(trailer.keyId());
    if (key == null) {
      return RejectReason.TRAILER_KEY;
    }
    if (!trailer.isOf(received.packet(), received.source(), key)) {
      return RejectReason.TRAILER_HMAC;
    }
    return isNew(received.source(), trailer.sequence(), clockNanos)
        ? null
        : RejectReason.TRAILER_REPLAYED;
  }

  private boolean isBeyondWindow(long sequence, long clockNanos) {
    long apart =
        TrailerClock.seconds(TrailerClock.sequence(clockNanos)) - TrailerClock.seconds(sequence);
    return Math.abs(apart) > rules.windowSeconds();
  }

  /** A last number that is beyond the window itself counts no more: its sender's clock was set. */
  private boolean isNew(IpAddress sender, long sequence, long clockNanos) {
    Long last = lastNumbers.remove(sender);
    boolean counts = last != null && !(rules.isTimed() && isBeyondWindow(last, clockNanos));
    boolean fresh = last == null || !counts || sequence > last;
    lastNumbers.putLast(sender, fresh || last == null ? sequence : last);
    if (peers == null && lastNumbers.size() > SENDERS_TO_GROUP) {
      lastNumbers.pollFirstEntry();
    }
    return fresh;
  }
}
