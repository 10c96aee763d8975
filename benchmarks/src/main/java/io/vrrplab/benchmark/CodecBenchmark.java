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
 * all headers, verifies their checksums and holds an advert's checksum against its addresses;
 * encoding writes the records, checksums included.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
public class CodecBenchmark {

  private static final int VRID = 41;
  private static final int VRRP_TTL = 255;
  private static final Ipv4Address SOURCE = Ipv4Address.parse("192.0.2.11");
  private static final Ipv4Address VIRTUAL_ADDRESS = Ipv4Address.parse("192.0.2.50");
  private static final Ipv6Address SOURCE_IPV6 = Ipv6Address.parse("fe80::11");
  private static final Ipv6Address VIRTUAL_ADDRESS_IPV6 = Ipv6Address.parse("fe80::50");

  /** What is in the frame; version 3 over IPv4 in both forms of its checksum. */
  public enum Content {
    VRRP_V2,
    VRRP_V3_IPV4_PSEUDO_HEADER,
    VRRP_V3_IPV4_MESSAGE_ONLY,
    VRRP_V3_IPV6,
    /** A frame of 98 octets. */
    PING
  }

  @Param Content content = Content.VRRP_V2;

  private EthernetFrame records = records(content);
  private byte[] octets = {};

  @Setup
  public void encodeOnce() {
    records = records(content);
    Frame frame = Frame.of(records);
    octets = new byte[frame.length()];
    frame.octets().getBytes(0, octets);
  }

  private static EthernetFrame records(Content content) {
    return switch (content) {
      case VRRP_V2 -> overIpv4(Ipv4Address.VRRP_GROUP, VRRP_TTL, version2());
      case VRRP_V3_IPV4_PSEUDO_HEADER ->
          overIpv4(Ipv4Address.VRRP_GROUP, VRRP_TTL, version3(ChecksumForm.PSEUDO_HEADER));
      case VRRP_V3_IPV4_MESSAGE_ONLY ->
          overIpv4(Ipv4Address.VRRP_GROUP, VRRP_TTL, version3(ChecksumForm.MESSAGE_ONLY));
      case VRRP_V3_IPV6 -> overIpv6();
      case PING -> overIpv4(VIRTUAL_ADDRESS, 64, IcmpEcho.request(0, 1, Octets.zeroes(56)));
    };
  }

  private static VrrpV2Packet version2() {
    return VrrpChecksum.sealed(
        new VrrpV2Packet(
            VrrpPacket.ADVERTISEMENT, VRID, 200, 0, 1, 0, List.of(VIRTUAL_ADDRESS), 0));
  }

  private static VrrpV3Packet version3(ChecksumForm form) {
    return VrrpChecksum.sealed(version3(VIRTUAL_ADDRESS), form, SOURCE, Ipv4Address.VRRP_GROUP);
  }

  private static VrrpV3Packet version3(IpAddress address) {
    return new VrrpV3Packet(VrrpPacket.ADVERTISEMENT, VRID, 200, 0, 100, 0, List.of(address));
  }

  private static EthernetFrame overIpv4(Ipv4Address destination, int ttl, IpPayload payload) {
    return new EthernetFrame(
        MacAddress.ofMulticast(Ipv4Address.VRRP_GROUP),
        MacAddress.virtualRouterIpv4(VRID),
        Ipv4Packet.of(SOURCE, destination, ttl, payload));
  }

  private static EthernetFrame overIpv6() {
    VrrpV3Packet message =
        VrrpChecksum.sealed(
            version3(VIRTUAL_ADDRESS_IPV6),
            ChecksumForm.PSEUDO_HEADER,
            SOURCE_IPV6,
            Ipv6Address.VRRP_GROUP);
    return new EthernetFrame(
        MacAddress.ofMulticast(Ipv6Address.VRRP_GROUP),
        MacAddress.virtualRouterIpv6(VRID),
        Ipv6Packet.of(SOURCE_IPV6, Ipv6Address.VRRP_GROUP, VRRP_TTL, message));
  }

  @Benchmark
  public EthernetFrame decodeVerify() {
    if (!(Frame.ofBytes(octets).decoded() instanceof Decoded.Packet(EthernetFrame frame))) {
      throw new IllegalStateException("not the frame that was encoded");
    }
    if (frame.payload() instanceof Ipv4Packet packet) {
      verify(packet.payload(), packet.source(), packet.destination());
    } else if (frame.payload() instanceof Ipv6Packet packet) {
      verify(packet.payload(), packet.source(), packet.destination());
    }
    return frame;
  }

  @Benchmark
  public Frame encode() {
    return Frame.of(records);
  }

  @Benchmark
  public Frame decodeVerifyEncode() {
    return Frame.of(decodeVerify());
  }

  private static void verify(IpPayload payload, IpAddress source, IpAddress destination) {
    if (payload instanceof VrrpPacket message
        && VrrpChecksum.satisfied(message, source, destination).isEmpty()) {
      throw new IllegalStateException("the checksum does not fit: " + message);
    }
  }
}
