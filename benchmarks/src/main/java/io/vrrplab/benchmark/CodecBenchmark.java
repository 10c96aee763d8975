package io.vrrplab.benchmark;

import io.vrrplab.wire.ChecksumForm;
import io.vrrplab.wire.Decoded;
import io.vrrplab.wire.EthernetFrame;
import io.vrrplab.wire.Frame;
import io.vrrplab.wire.IcmpEcho;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.IpPayload;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv4Packet;
import io.vrrplab.wire.Ipv6Address;
import io.vrrplab.wire.Ipv6Packet;
import io.vrrplab.wire.MacAddress;
import io.vrrplab.wire.Octets;
import io.vrrplab.wire.VrrpChecksum;
import io.vrrplab.wire.VrrpPacket;
import io.vrrplab.wire.VrrpV2Packet;
import io.vrrplab.wire.VrrpV3Packet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures octets to records and back, in nanoseconds a frame. Decoding copies the octets in, reads
 * all headers, verifies every checksum and holds an advert's against its addresses; encoding writes
 * the records, checksums and all.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CodecBenchmark {

  private static final Ipv4Address SOURCE = Ipv4Address.parse("192.0.2.11");
  private static final Ipv4Address GROUP = Ipv4Address.parse("224.0.0.18");
  private static final Ipv6Address SOURCE_IPV6 = Ipv6Address.parse("fe80::11");
  private static final Ipv4Address VIRTUAL_ADDRESS = Ipv4Address.parse("192.0.2.50");

  /** What is in the frame; the ping is one of 98 octets. */
  public enum Content {
    VRRP_V2,
    VRRP_V3_MESSAGE_ONLY,
    VRRP_V3_PSEUDO_HEADER,
    VRRP_V3_IPV6,
    PING
  }

  @Param Content content = Content.VRRP_V2;

  private byte[] octets = {};
  private EthernetFrame records = advert(VrrpChecksum.sealed(version2()));

  @Setup
  public void encodeOnce() {
    records =
        switch (content) {
          case VRRP_V2 -> advert(VrrpChecksum.sealed(version2()));
          case VRRP_V3_MESSAGE_ONLY -> advert(version3(ChecksumForm.MESSAGE_ONLY));
          case VRRP_V3_PSEUDO_HEADER -> advert(version3(ChecksumForm.PSEUDO_HEADER));
          case VRRP_V3_IPV6 -> advertOverIpv6();
          case PING -> frame(VIRTUAL_ADDRESS, 64, IcmpEcho.request(0, 1, Octets.zeroes(56)));
        };
    Frame frame = Frame.of(records);
    octets = new byte[frame.length()];
    frame.octets().getBytes(0, octets);
  }

  private static VrrpV2Packet version2() {
    return new VrrpV2Packet(
        VrrpPacket.ADVERTISEMENT, 41, 200, 0, 1, 0, List.of(VIRTUAL_ADDRESS), 0);
  }

  private static VrrpV3Packet version3(ChecksumForm form) {
    return VrrpChecksum.sealed(version3(VIRTUAL_ADDRESS), form, SOURCE, GROUP);
  }

  private static VrrpV3Packet version3(IpAddress... addresses) {
    return new VrrpV3Packet(VrrpPacket.ADVERTISEMENT, 41, 200, 0, 100, 0, List.of(addresses));
  }

  private static EthernetFrame advertOverIpv6() {
    VrrpV3Packet message = version3(Ipv6Address.parse("fe80::50"));
    return new EthernetFrame(
        MacAddress.ofMulticast(Ipv6Address.VRRP_GROUP),
        MacAddress.virtualRouterIpv6(41),
        Ipv6Packet.of(
            SOURCE_IPV6,
            Ipv6Address.VRRP_GROUP,
            255,
            VrrpChecksum.sealed(
                message, ChecksumForm.PSEUDO_HEADER, SOURCE_IPV6, Ipv6Address.VRRP_GROUP)));
  }

  private static EthernetFrame advert(VrrpPacket message) {
    return frame(GROUP, 255, message);
  }

  private static EthernetFrame frame(Ipv4Address destination, int ttl, IpPayload payload) {
    return new EthernetFrame(
        MacAddress.ofMulticast(GROUP),
        MacAddress.virtualRouterIpv4(41),
        Ipv4Packet.of(SOURCE, destination, ttl, payload));
  }

  /** Octets to records, every checksum verified. */
  @Benchmark
  public EthernetFrame decodeVerify() {
    if (!(Frame.ofBytes(octets).decoded() instanceof Decoded.Packet(EthernetFrame frame))) {
      throw new IllegalStateException("not the frame that was encoded");
    }
    switch (frame.payload()) {
      case Ipv4Packet packet -> verify(packet.payload(), packet.source(), packet.destination());
      case Ipv6Packet packet -> verify(packet.payload(), packet.source(), packet.destination());
      default -> throw new IllegalStateException("not the frame that was encoded");
    }
    return frame;
  }

  private static void verify(IpPayload payload, IpAddress source, IpAddress destination) {
    if (payload instanceof VrrpPacket message
        && VrrpChecksum.satisfied(message, source, destination).isEmpty()) {
      throw new IllegalStateException("the checksum does not fit: " + message);
    }
  }

  /** Records to octets. */
  @Benchmark
  public Frame encode() {
    return Frame.of(records);
  }

  /** There and back. */
  @Benchmark
  public Frame decodeVerifyEncode() {
    return Frame.of(decodeVerify());
  }
}
