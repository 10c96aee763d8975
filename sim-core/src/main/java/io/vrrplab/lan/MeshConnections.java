package io.vrrplab.lan;

import io.vrrplab.wire.Ipv4Address;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Which task serves which client of a node: the connection table of IPVS. An entry lasts until 300
 * seconds have passed without a packet, which is IPVS's timeout for UDP.
 */
final class MeshConnections {

  private static final long TIMEOUT_NANOS = 300_000_000_000L;
  private static final int FIRST_PORT = 1024;
  private static final int LAST_PORT = 65535;

  private final SequencedMap<Asked, Connection> byClient = new LinkedHashMap<>();
  private final SequencedMap<Handed, Connection> byTask = new LinkedHashMap<>();

  /** What a client's packet says: who asks from where, and what for. */
  record Asked(Ipv4Address client, int clientPort, Ipv4Address address, int port) {}

  /** What a task's packet says: who answers from where, and to which port of the node. */
  record Handed(Ipv4Address task, int taskPort, int nodePort) {}

  /** An entry of the table. */
  static final class Connection {
    private final Asked asked;
    private final Handed handed;
    private long usedNanos;

    private Connection(Asked asked, Handed handed) {
      this.asked = asked;
      this.handed = handed;
    }

    Asked asked() {
      return asked;
    }

    Handed handed() {
      return handed;
    }
  }

  /** The connection of a client's packet; null if it begins one. */
  @Nullable Connection of(Asked asked, long nowNanos) {
    return inUse(byClient.get(asked), nowNanos);
  }

  /** The connection of a task's packet; null if there is none. */
  @Nullable Connection of(Handed handed, long nowNanos) {
    return inUse(byTask.get(handed), nowNanos);
  }

  private @Nullable Connection inUse(@Nullable Connection found, long nowNanos) {
    if (found != null && nowNanos - found.usedNanos > TIMEOUT_NANOS) {
      close(found);
      return null;
    }
    if (found != null) {
      found.usedNanos = nowNanos;
    }
    return found;
  }

  /**
   * Gives a client to a task. The node sends from the client's port, or from the next one that no
   * other client has towards the task.
   *
   * @return null if all ports are taken
   */
  @Nullable Connection open(Asked asked, Ipv4Address task, int taskPort, long nowNanos) {
    int port = Math.max(FIRST_PORT, asked.clientPort());
    for (int tried = FIRST_PORT; tried <= LAST_PORT; tried++) {
      Handed handed = new Handed(task, taskPort, port);
      Connection before = byTask.get(handed);
      if (before == null || nowNanos - before.usedNanos > TIMEOUT_NANOS) {
        return enter(new Connection(asked, handed), nowNanos);
      }
      port = port == LAST_PORT ? FIRST_PORT : port + 1;
    }
    return null;
  }

  private Connection enter(Connection opened, long nowNanos) {
    Connection before = byTask.put(opened.handed, opened);
    if (before != null) {
      byClient.remove(before.asked, before);
    }
    opened.usedNanos = nowNanos;
    byClient.put(opened.asked, opened);
    return opened;
  }

  void close(Connection connection) {
    byClient.remove(connection.asked);
    byTask.remove(connection.handed);
  }

  void clear() {
    byClient.clear();
    byTask.clear();
  }
}
