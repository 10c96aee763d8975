package io.vrrplab.vrrp;

import io.vrrplab.wire.IpAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** To whom adverts go, and from whom they are taken. */
public sealed interface Delivery {

  /** To the group of VRRP, with TTL 255, as every RFC has it. */
  Delivery STANDARD = new Multicast(null);

  /**
   * To a group.
   *
   * @param group another one than that of VRRP ({@code vrrp_mcast_group4}, {@code mcast_dst_ip} in
   *     keepalived); null for that
   */
  record Multicast(@Nullable IpAddress group) implements Delivery {
    public Multicast {
      if (group != null && !group.isMulticast()) {
        throw new IllegalArgumentException(group + " is no multicast address");
      }
    }
  }

  /**
   * To each of some peers, as keepalived does with {@code unicast_peer}. An own address among them
   * is no error; what is sent to it is heard by nobody else.
   *
   * @param peers none where a keepalived with {@code unicast_fault_no_peer} knows of none: then the
   *     virtual router takes no part
   * @param checksSource whether adverts of others than the peers are refused ({@code
   *     check_unicast_src}; bounds of a peer's TTL imply it)
   * @param hopLimit TTL or hop limit of what is sent, 0 to 255 ({@code unicast_ttl})
   */
  record Unicast(List<Peer> peers, boolean checksSource, int hopLimit) implements Delivery {
    public Unicast {
      peers = List.copyOf(peers);
      Checks.range("TTL", hopLimit, 0, OutgoingAdvert.HOP_LIMIT);
      checksSource = checksSource || peers.stream().anyMatch(Peer::boundsHopLimit);
    }

    /** The peer of an address; null if it is none. */
    @Nullable Peer peer(IpAddress address) {
      for (Peer peer : peers) {
        if (peer.address().equals(address)) {
          return peer;
        }
      }
      return null;
    }
  }

  /**
   * Somebody to whom adverts are sent.
   *
   * @param leastHopLimit the least TTL with which its adverts may arrive, 0 to 255
   * @param mostHopLimit the highest one
   */
  record Peer(IpAddress address, int leastHopLimit, int mostHopLimit) {
    public Peer {
      Checks.range("least TTL", leastHopLimit, 0, OutgoingAdvert.HOP_LIMIT);
      Checks.range("highest TTL", mostHopLimit, leastHopLimit, OutgoingAdvert.HOP_LIMIT);
    }

    /** A peer whose adverts may come from any distance. */
    public static Peer of(IpAddress address) {
      return new Peer(address, 0, OutgoingAdvert.HOP_LIMIT);
    }

    boolean boundsHopLimit() {
      return leastHopLimit > 0 || mostHopLimit < OutgoingAdvert.HOP_LIMIT;
    }

    boolean takes(int hopLimit) {
      return hopLimit >= leastHopLimit && hopLimit <= mostHopLimit;
    }
  }
}
