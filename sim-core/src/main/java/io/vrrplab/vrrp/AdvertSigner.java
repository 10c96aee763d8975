package io.vrrplab.vrrp;

import io.vrrplab.wire.Octets;
import io.vrrplab.wire.VrrpPacket;
import io.vrrplab.wire.VrrpTrailer;
import io.vrrplab.wire.VrrpUndecodable;
import io.vrrplab.wire.VrrpV2Packet;
import io.vrrplab.wire.VrrpV3Packet;
import java.util.List;
import java.util.Objects;

/** Signs the adverts of one virtual router; each has a higher number than the last one. */
public final class AdvertSigner {

  private long last;

  /**
   * Signs an advert.
   *
   * @param adverts its copies, one for each of those to whom it goes: they share one signature
   * @param clockNanos the time on the node's clock, nanoseconds since 1970
   */
  public List<OutgoingAdvert> sign(List<OutgoingAdvert> adverts, HmacRules rules, long clockNanos) {
    last = next(rules, clockNanos);
    return adverts.stream().map(advert -> signed(advert, rules)).toList();
  }

  /**
   * The clock, or one more than the last number while the clock is not beyond that. Where a clock
   * was set back farther than receivers bear, it begins anew with the clock.
   */
  private long next(HmacRules rules, long clockNanos) {
    long now = TrailerClock.sequence(clockNanos);
    long ahead = TrailerClock.seconds(last) - TrailerClock.seconds(now);
    boolean stranded = rules.isTimed() && ahead > rules.windowSeconds();
    return now > last || stranded ? now : last + 1;
  }

  private OutgoingAdvert signed(OutgoingAdvert advert, HmacRules rules) {
    Octets key = Objects.requireNonNull(rules.keys().get(rules.activeKey()));
    VrrpTrailer trailer =
        VrrpTrailer.sign(advert.packet(), advert.source(), rules.activeKey(), key, last);
    VrrpPacket packet =
        switch (advert.packet()) {
          case VrrpV2Packet v2 -> v2.withSurplus(trailer.octets());
          case VrrpV3Packet v3 -> v3.withSurplus(trailer.octets());
          case VrrpUndecodable broken -> broken;
        };
    return advert.withPacket(packet);
  }
}
