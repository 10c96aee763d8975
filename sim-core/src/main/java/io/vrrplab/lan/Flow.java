package io.vrrplab.lan;

import io.vrrplab.sim.EventHandler;
import io.vrrplab.wire.IcmpEcho;
import io.vrrplab.wire.Icmpv6Echo;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.IpPayload;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv6Address;
import io.vrrplab.wire.Octets;
import io.vrrplab.wire.UdpPacket;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Packets that a host sends at a steady pace to see whether they get through.
 *
 * <p>Unless a start is given, a flow to a virtual address begins when that virtual router first has
 * a Master, at the next whole multiple of its interval: losses before the network is up say
 * nothing.
 */
public final class Flow {

  /** What a datagram begins with: the number of its flow, and its own. */
  static final int LABEL_OCTETS = 8;

  /** The UDP port of one-way flows, at both ends. */
  static final int PROBE_PORT = 4242;

  /** Where Linux begins to choose a client's port from. */
  private static final int FIRST_CLIENT_PORT = 32768;

  private static final int CLIENT_PORTS = 28232;

  private final Lab lab;
  private final Machine sender;
  private final Config config;
  private final int index;
  private final EventHandler<Flow> sending = Flow::sendNext;
  private final Octets data;
  private boolean started;
  private int sent;
  private long firstNanos;
  private boolean answered;

  /** What a flow carries. */
  public enum Kind {
    PING,
    UDP
  }

  /**
   * A flow as it is asked for.
   *
   * @param kind ping, or one-way datagrams
   * @param destination where to
   * @param intervalNanos from packet to packet, nanoseconds, at least 1
   * @param payloadBytes octets of payload; at least 8 for one-way datagrams
   * @param startNanos when to begin; null for the default
   * @param count how many to send at most
   * @param servicePort of datagrams to a service: its port, 1 to 65535; null for one-way datagrams
   *     and for pings
   */
  public record Config(
      Kind kind,
      IpAddress destination,
      long intervalNanos,
      int payloadBytes,
      @Nullable Long startNanos,
      int count,
      @Nullable Integer servicePort) {

    public Config {
      if (intervalNanos < 1 || payloadBytes < (kind == Kind.UDP ? LABEL_OCTETS : 0) || count < 0) {
        throw new IllegalArgumentException(
            "no flow is like this: " + intervalNanos + " ns, " + payloadBytes + " bytes, " + count);
      }
      if (servicePort != null && (kind != Kind.UDP || servicePort < 1 || servicePort > 65535)) {
        throw new IllegalArgumentException("no " + kind + " goes to port " + servicePort);
      }
    }

    /** A ping, or datagrams one way. */
    public Config(
        Kind kind,
        IpAddress destination,
        long intervalNanos,
        int payloadBytes,
        @Nullable Long startNanos,
        int count) {
      this(kind, destination, intervalNanos, payloadBytes, startNanos, count, null);
    }

    /** Whether a packet got through only once its answer is back. */
    public boolean isAnswered() {
      return kind == Kind.PING || servicePort != null;
    }
  }

  Flow(Lab lab, Machine sender, int index, Config config) {
    this.lab = lab;
    this.sender = sender;
    this.index = index;
    this.config = config;
    this.data = Octets.zeroes(config.payloadBytes());
  }

  public Config config() {
    return config;
  }

  public Machine sender() {
    return sender;
  }

  /**
   * Which of the lab's flows it is, from 0: the ICMP identifier, and the first half of a datagram.
   */
  public int index() {
    return index;
  }

  /** When a packet was sent, nanoseconds. */
  public long sentNanos(int sequence) {
    return firstNanos + sequence * config.intervalNanos();
  }

  boolean isStarted() {
    return started;
  }

  /** Begins at the next whole multiple of the interval. */
  void start(long notBeforeNanos) {
    long interval = config.intervalNanos();
    firstNanos = Math.ceilDiv(notBeforeNanos, interval) * interval;
    begin();
  }

  void startAt(long nanos) {
    firstNanos = nanos;
    begin();
  }

  private void begin() {
    started = true;
    if (config.count() > 0) {
      lab.simulation().at(firstNanos, sending, this);
    }
  }

  private void sendNext() {
    int sequence = sent++;
    if (sent < config.count()) {
      lab.simulation().at(sentNanos(sent), sending, this);
    }
    lab.audience().probeSent(this, sequence);
    if (answered) {
      sender.ip().confirmWayTo(config.destination()); // as ping does (MSG_CONFIRM)
      answered = false;
    }
    sender.ip().sendTo(config.destination(), payload(sequence));
  }

  private IpPayload payload(int sequence) {
    return switch (config.kind()) {
      case PING ->
          switch (config.destination()) {
            case Ipv4Address _ -> IcmpEcho.request(index, sequence & 0xffff, data);
            case Ipv6Address _ -> Icmpv6Echo.request(index, sequence & 0xffff, data);
          };
      case UDP -> {
        byte[] numbered = new byte[config.payloadBytes()];
        ByteBuffer.wrap(numbered).putInt(index).putInt(sequence);
        Integer service = config.servicePort();
        int to = service == null ? PROBE_PORT : service;
        yield new UdpPacket(ownPort(), to, Octets.of(numbered));
      }
    };
  }

  /** Where datagrams leave from; each flow to a service has a port of its own, as sockets have. */
  private int ownPort() {
    return config.servicePort() == null ? PROBE_PORT : FIRST_CLIENT_PORT + index % CLIENT_PORTS;
  }

  /** A datagram of this flow came to a machine, there or back. */
  void delivered(Machine at, UdpPacket datagram, int hopLimit) {
    boolean meant = config.servicePort() == null || at == sender;
    if (meant && datagram.destinationPort() == ownPort()) {
      arrived(datagram.data().intAt(Integer.BYTES), hopLimit);
    }
  }

  /** A task on a machine answers a datagram of this flow. */
  void servedBy(Machine node, UdpPacket datagram) {
    int sequence = datagram.data().intAt(Integer.BYTES);
    if (sequence >= 0 && sequence < sent) {
      lab.audience().probeServed(this, sequence, node);
    }
  }

  /** The echo of a ping came back; only the low 16 bits of its number went over the wire. */
  void echoed(int lowSequence, int hopLimit) {
    int last = sent - 1;
    answered = true;
    arrived(last - (last - lowSequence & 0xffff), hopLimit);
  }

  /** A packet of this flow got through; one that was never sent does not count. */
  void arrived(int sequence, int hopLimit) {
    if (sequence >= 0 && sequence < sent) {
      lab.audience().probeArrived(this, sequence, hopLimit);
    }
  }
}
