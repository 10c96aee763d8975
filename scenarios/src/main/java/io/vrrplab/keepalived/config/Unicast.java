package io.vrrplab.keepalived.config;

import io.vrrplab.keepalived.finding.Position;
import io.vrrplab.wire.IpAddress;
import java.util.List;

/**
 * Who gets adverts instead of the multicast group.
 *
 * @param peers empty: adverts are multicast
 * @param ttl time to live of adverts, 0 to 255
 * @param faultWithoutPeers whether no peer at all keeps the instance in FAULT
 * @param oldChecksum whether the checksum of keepalived 1.3 is used in version 3 over IPv4
 */
public record Unicast(
    List<Peer> peers, int ttl, boolean faultWithoutPeers, OldChecksum oldChecksum) {

  /** Multicast. */
  public static final Unicast NONE = new Unicast(List.of(), 255, false, OldChecksum.WHERE_HEARD);

  public Unicast {
    peers = List.copyOf(peers);
  }

  /** What old_unicast_checksum says. */
  public enum OldChecksum {
    /** Nothing: it is taken, and sent once it was heard. */
    WHERE_HEARD,
    /** It is taken and sent. */
    ALWAYS,
    /** It is neither taken nor sent. */
    NEVER
  }

  /** Whether adverts are unicast. */
  public boolean inUse() {
    return !peers.isEmpty();
  }

  /**
   * A peer.
   *
   * @param address where adverts go
   * @param minTtl adverts from it with less are dropped, 0 to 255
   * @param maxTtl adverts from it with more are dropped, 0 to 255
   * @param at where it stands
   */
  public record Peer(IpAddress address, int minTtl, int maxTtl, Position at) {}
}
