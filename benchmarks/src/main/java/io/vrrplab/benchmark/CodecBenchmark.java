package io.vrrplab.benchmark;

import io.vrrplab.wire.ChecksumForm;
import io.vrrplab.wire.Decoded;
import io.vrrplab.wire.EthernetFrame;
import io.vrrplab.wire.Frame;
import io.vrrplab.wire.IcmpEcho;
import io.vrrplab.wire.IpPayload;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv4Packet;
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
 * Measures octets to records and back, in nanoseconds a frame: copy the octets in, decode them with
 * all headers and checksums, hold an advert's checksum against its addresses, encode the records.
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
  private static final Ipv4Address VIRTUAL_ADDRESS = Ipv4Address.parse("192.0.2.50");

  /** What is in the frame; the ping is one of 98 octets. */
  public enum Content {
    VRRP_V2,
    VRRP_V3,
    PING
  }

  @Param Content content = Content.VRRP_V2;

  private byte[] octets = {};

  @Setup
  public void encodeOnce() {
    Frame frame =
        switch (content) {
          case VRRP_V2 -> advert(VrrpChecksum.sealed(version2()));
          case VRRP_V3 ->
              advert(VrrpChecksum.sealed(version3(), ChecksumForm.PSEUDO_HEADER, SOURCE, GROUP));
          case PING -> frame(VIRTUAL_ADDRESS, 64, IcmpEcho.request(0, 1, Octets.zeroes(56)));
        };
    octets = new byte[frame.length()];
    frame.octets().getBytes(0, octets);
  }

  private static VrrpV2Packet version2() {
    return new VrrpV2Packet(
        VrrpPacket.ADVERTISEMENT, 41, 200, 0, 1, 0, List.of(VIRTUAL_ADDRESS), 0);
  }

  private static VrrpV3Packet version3() {
    return new VrrpV3Packet(VrrpPacket.ADVERTISEMENT, 41, 200, 0, 100, 0, List.of(VIRTUAL_ADDRESS));
  }

  private static Frame advert(VrrpPacket message) {
    return frame(GROUP, 255, message);
  }

  private static Frame frame(Ipv4Address destination, int ttl, IpPayload payload) {
    return Frame.of(
        new EthernetFrame(
            MacAddress.ofMulticast(GROUP),
            MacAddress.virtualRouterIpv4(41),
            Ipv4Packet.of(SOURCE, destination, ttl, payload)));
  }

  @Benchmark
  public Frame decodeVerifyEncode() {
    if (Frame.ofBytes(octets).decoded() instanceof Decoded.Packet(EthernetFrame frame)
        && frame.payload() instanceof Ipv4Packet packet) {
      if (packet.payload() instanceof VrrpPacket message
          && VrrpChecksum.satisfied(message, packet.source(), packet.destination()).isEmpty()) {
        throw new IllegalStateException("the checksum does not fit: " + message);
      }
      return Frame.of(frame);
    }
    throw new IllegalStateException("not the frame that was encoded");
  }
}
