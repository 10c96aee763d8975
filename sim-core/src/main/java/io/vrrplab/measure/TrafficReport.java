package io.vrrplab.measure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one flow sent and got back.
 *
 * @param flow kind, sender and destination, as {@code ping my-client 192.0.2.50}, with the port of
 *     a service
 * @param from name of the sending host
 * @param kind {@code ping} or {@code udp}
 * @param destination the address as text
 * @param payloadBytes octets of payload in each packet (ping: 56 makes an ICMP message of 64)
 * @param sent packets sent whose fate is known at the end of the run
 * @param elapsedNanos from the first packet to the last one, nanoseconds
 * @param received answers (of pings and services) or deliveries (of one-way datagrams)
 * @param outages runs of consecutive losses
 * @param roundTrip null where nothing came back, and for one-way traffic
 * @param hopLimits null where nothing came back or got through
 * @param service what of a mesh was asked; null for all other traffic
 */
public record TrafficReport(
    String flow,
    String from,
    String kind,
    String destination,
    int payloadBytes,
    int sent,
    long elapsedNanos,
    int received,
    List<Outage> outages,
    @Nullable RoundTrip roundTrip,
    @Nullable HopLimits hopLimits,
    @Nullable Service service) {

  public int lost() {
    return sent - received;
  }

  /** Share of lost packets, 0 to 100; 0 where nothing was sent. */
  public double lossPercent() {
    return sent == 0 ? 0 : 100.0 * lost() / sent;
  }

  /**
   * A run of consecutive losses.
   *
   * @param fromNanos when the first lost packet was sent
   * @param toNanos when the first packet that got through after it was sent; null if none did
   * @param lost how many were lost
   */
  public record Outage(long fromNanos, @Nullable Long toNanos, int lost) {}

  /**
   * Round-trip times in nanoseconds, as ping's last line gives them; mdev is the population
   * deviation.
   */
  public record RoundTrip(long minNanos, long avgNanos, long maxNanos, long mdevNanos) {}

  /**
   * The TTL, in IPv6 the hop limit, with which answers or datagrams arrived: what the sender set
   * (64 throughout), less one for each router on the way.
   */
  public record HopLimits(int min, int max) {}

  /**
   * A service that was asked through a routing mesh.
   *
   * @param port the published UDP port
   * @param servedBy who answered, in the order of their first answers
   */
  public record Service(int port, List<Served> servedBy) {
    public Service {
      servedBy = List.copyOf(servedBy);
    }
  }

  /** How many packets a node answered, whether or not the answers arrived. */
  public record Served(String node, int packets) {}
}
