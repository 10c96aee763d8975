package io.vrrplab.measure;

import io.vrrplab.lan.VirtualRouter;
import io.vrrplab.vrrp.Advert;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.VrrpPacket;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** One node's place in a succession, and when it last heard each of the others. */
final class Seat {

  final VirtualRouter router;
  final Succession succession;
  private final SequencedMap<IpAddress, Heard> heard = new LinkedHashMap<>();
  private @Nullable Heard last;
  private long sinceNanos;

  /** The last valid advert of a sender. */
  static final class Heard {
    final IpAddress source;
    long atNanos;
    int priority;

    Heard(IpAddress source) {
      this.source = source;
    }

    boolean isRelease() {
      return priority == VrrpPacket.PRIORITY_RELEASE;
    }
  }

  Seat(VirtualRouter router, Succession succession) {
    this.router = router;
    this.succession = succession;
  }

  String node() {
    return router.machine().name();
  }

  /** The node begins to take part. */
  void begins(long nowNanos) {
    sinceNanos = nowNanos;
  }

  /** Since when the node takes part. */
  long sinceNanos() {
    return sinceNanos;
  }

  void hears(Advert advert, long nowNanos) {
    Heard entry = last;
    if (entry == null || !entry.source.equals(advert.source())) {
      entry = heard.computeIfAbsent(advert.source(), Heard::new);
      last = entry;
    }
    entry.atNanos = nowNanos;
    entry.priority = advert.priority();
  }

  /** The last valid advert that this node heard of another; null if there was none. */
  @Nullable Heard lastOf(Seat other) {
    return heard.get(other.router.config().primaryAddress());
  }

  boolean heardSince(Seat other, long sinceNanos) {
    Heard entry = lastOf(other);
    return entry != null && entry.atNanos >= sinceNanos;
  }
}
