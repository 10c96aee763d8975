package io.vrrplab.lan;

import org.jspecify.annotations.Nullable;

/**
 * What a switch has learnt: behind which port a MAC was last seen. An open-addressed table with
 * primitive keys, because every frame reads and writes it.
 */
final class ForwardingTable {

  private static final int INITIAL_CAPACITY = 32;
  private static final long HASH_MULTIPLIER = 0x9e37_79b9_7f4a_7c15L;

  private final long agingNanos;
  private long[] macs = new long[INITIAL_CAPACITY];
  private long[] seenNanos = new long[INITIAL_CAPACITY];
  private @Nullable Port[] ports = new @Nullable Port[INITIAL_CAPACITY];
  private int size;

  /**
   * Creates an empty table.
   *
   * @param agingNanos how long an entry stays without being refreshed (IEEE 802.1Q 8.8.3: 300 s)
   */
  ForwardingTable(long agingNanos) {
    this.agingNanos = agingNanos;
  }

  void learn(long mac, Port port, long nowNanos) {
    int slot = find(mac);
    if (ports[slot] == null) {
      if (2 * ++size > macs.length) {
        grow();
        slot = find(mac);
      }
      macs[slot] = mac;
    }
    ports[slot] = port;
    seenNanos[slot] = nowNanos;
  }

  /** The port behind which the MAC was seen within the aging time; null if it is unknown. */
  @Nullable Port lookUp(long mac, long nowNanos) {
    int slot = find(mac);
    Port port = ports[slot];
    return port != null && nowNanos - seenNanos[slot] <= agingNanos ? port : null;
  }

  /** Takes over what another table knows and this one does not, or has not seen for longer. */
  void merge(ForwardingTable other) {
    for (int slot = 0; slot < other.ports.length; slot++) {
      Port port = other.ports[slot];
      if (port != null) {
        long mac = other.macs[slot];
        int own = find(mac);
        if (ports[own] == null || seenNanos[own] < other.seenNanos[slot]) {
          learn(mac, port, other.seenNanos[slot]);
        }
      }
    }
  }

  /** Forgets all that was learnt at a port, as switches do when its carrier goes. */
  void forget(Port port) {
    for (int slot = 0; slot < ports.length; slot++) {
      if (ports[slot] == port) {
        seenNanos[slot] = Long.MIN_VALUE / 2;
      }
    }
  }

  private int find(long mac) {
    int mask = macs.length - 1;
    int slot = (int) (mac * HASH_MULTIPLIER >>> 32) & mask;
    while (ports[slot] != null && macs[slot] != mac) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldMacs = macs;
    long[] oldSeen = seenNanos;
    @Nullable Port[] oldPorts = ports;
    macs = new long[2 * oldMacs.length];
    seenNanos = new long[macs.length];
    ports = new @Nullable Port[macs.length];
    for (int i = 0; i < oldMacs.length; i++) {
      if (oldPorts[i] != null) {
        int slot = find(oldMacs[i]);
        macs[slot] = oldMacs[i];
        seenNanos[slot] = oldSeen[i];
        ports[slot] = oldPorts[i];
      }
    }
  }
}
