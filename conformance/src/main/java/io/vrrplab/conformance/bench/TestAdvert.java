package io.vrrplab.conformance.bench;

import io.vrrplab.conformance.device.Lan;
import io.vrrplab.conformance.device.Rfc;
import io.vrrplab.conformance.device.Settings;
import io.vrrplab.vrrp.AddressFamily;
import io.vrrplab.wire.EthernetFrame;
import io.vrrplab.wire.Frame;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv4Packet;
import io.vrrplab.wire.Ipv6Address;
import io.vrrplab.wire.Ipv6Packet;
import io.vrrplab.wire.MacAddress;
import io.vrrplab.wire.Octets;
import io.vrrplab.wire.OpaqueIpPayload;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * An advert that the tester sends, valid until somebody spoils it. Its VRRP message is a row of
 * octets, so that any of them can be made wrong.
 *
 * @param rfc whose version and checksum it has
 * @param source the address it comes from
 * @param destination where it goes, the group as a rule
 * @param ttl 0 to 255
 * @param message the VRRP message, checksum included
 */
public record TestAdvert(
    Rfc rfc, IpAddress source, IpAddress destination, int ttl, Octets message) {

  private static final int HEADER = 8;
  private static final int AUTHENTICATION = 8;
  private static final int PROTOCOL = 112;

  /** An option of IPv4 (RFC 791 3.1). */
  private static final byte NO_OPERATION = 1;

  /**
   * A valid advert.
   *
   * @param intervalCs what it announces, centiseconds; whole seconds in version 2
   * @param addresses what it lists
   */
  static TestAdvert of(
      Rfc rfc,
      IpAddress source,
      int virtualRouterId,
      int priority,
      int intervalCs,
      List<IpAddress> addresses) {
    ByteBuffer message = ByteBuffer.allocate(length(rfc, addresses));
    message.put((byte) (rfc.version() << 4 | 1)).put((byte) virtualRouterId);
    message.put((byte) priority).put((byte) addresses.size());
    if (rfc.version() == 2) {
      message.put((byte) 0).put((byte) (intervalCs / 100));
    } else {
      message.putShort((short) intervalCs);
    }
    message.putShort((short) 0);
    for (IpAddress address : addresses) {
      switch (address) {
        case Ipv4Address v4 -> message.putInt(v4.bits());
        case Ipv6Address v6 -> message.putLong(v6.high()).putLong(v6.low());
      }
    }
    IpAddress group = AddressFamily.of(source).group();
    return new TestAdvert(rfc, source, group, 255, Octets.of(message.array())).resealed();
  }

  private static int length(Rfc rfc, List<IpAddress> addresses) {
    int listed = addresses.stream().mapToInt(IpAddress::width).sum() / Byte.SIZE;
    return HEADER + listed + (rfc.version() == 2 ? AUTHENTICATION : 0);
  }

  /** Reads an advert back; it counts as one of the document whose checksum it satisfies. */
  public static TestAdvert read(Anatomy frame) {
    Rfc rfc = Rfc.RFC3768;
    if (frame.value(Field.VRRP_VERSION) != 2) {
      boolean pseudoHeader = Checksums.of(frame, Rfc.RFC5798) == frame.value(Field.VRRP_CHECKSUM);
      rfc = pseudoHeader ? Rfc.RFC5798 : Rfc.RFC9568;
    }
    return new TestAdvert(rfc, frame.source(), frame.destination(), frame.ttl(), frame.message());
  }

  /** The same with octets changed, and the checksum made right again. */
  public TestAdvert with(UnaryOperator<byte[]> edit) {
    return spoiled(edit).resealed();
  }

  /** The same with one octet of the message changed, and the checksum made right again. */
  public TestAdvert withOctet(int index, int value) {
    return with(message -> {
      message[index] = (byte) value;
      return message;
    });
  }

  /** The same with octets changed, whatever that does to the checksum. */
  public TestAdvert spoiled(UnaryOperator<byte[]> edit) {
    return new TestAdvert(
        rfc, source, destination, ttl, Octets.of(edit.apply(message.toByteArray())));
  }

  /** The same, cut off after so many octets of the message; the checksum is of what is left. */
  public TestAdvert cutTo(int octets) {
    return with(message -> Arrays.copyOf(message, octets));
  }

  /** The same for another first address, and the checksum made right again. */
  public TestAdvert forAnother() {
    return withOctet(HEADER + source.width() / Byte.SIZE - 1, 99);
  }

  /** The same with another TTL. */
  public TestAdvert withTtl(int changed) {
    return new TestAdvert(rfc, source, destination, changed, message);
  }

  /** The same from another address, and the checksum made right again. */
  public TestAdvert from(IpAddress changed) {
    return new TestAdvert(rfc, changed, destination, ttl, message).resealed();
  }

  /** The same to another address, and the checksum made right again. */
  public TestAdvert to(IpAddress changed) {
    return new TestAdvert(rfc, source, changed, ttl, message).resealed();
  }

  /** The like of it in the other family: of the same VRID, priority and interval. */
  public TestAdvert inTheOtherFamily() {
    AddressFamily other =
        switch (AddressFamily.of(source)) {
          case IPV4 -> AddressFamily.IPV6;
          case IPV6 -> AddressFamily.IPV4;
        };
    return of(
        rfc,
        Rivals.higher(other, Lan.FIRST),
        message.at(1),
        message.at(2),
        (message.at(4) & 0xf) << 8 | message.at(5),
        Settings.of(other).addresses());
  }

  /** The same, sealed as another document would. */
  public TestAdvert sealedAs(Rfc dialect) {
    return new TestAdvert(dialect, source, destination, ttl, message).resealed();
  }

  private TestAdvert resealed() {
    if (message.length() < HEADER) {
      return this;
    }
    return spoiled(octets -> {
      int checksum = Checksums.of(octets, rfc, source, destination);
      octets[6] = (byte) (checksum >>> 8);
      octets[7] = (byte) checksum;
      return octets;
    });
  }

  /** As it goes onto the wire, from the virtual router's MAC. */
  public Frame frame() {
    return frame(virtualMac(), MacAddress.ofMulticast(destination));
  }

  /** The same from another MAC. */
  public Frame frameFrom(MacAddress from) {
    return frame(from, MacAddress.ofMulticast(destination));
  }

  /** The same to another MAC, from the virtual router's. */
  public Frame frameTo(MacAddress to) {
    return frame(virtualMac(), to);
  }

  /** The same behind four octets of IPv4 options, of which each says that there is none. */
  public Frame frameWithOptions() {
    Ipv4Packet plain =
        Ipv4Packet.of(
            (Ipv4Address) source,
            (Ipv4Address) destination,
            ttl,
            new OpaqueIpPayload(PROTOCOL, message));
    Ipv4Packet packet =
        new Ipv4Packet(
            plain.source(),
            plain.destination(),
            plain.tos(),
            plain.identification(),
            plain.dontFragment(),
            ttl,
            Octets.of(new byte[] {NO_OPERATION, NO_OPERATION, NO_OPERATION, NO_OPERATION}),
            plain.payload());
    MacAddress group = MacAddress.ofMulticast(destination);
    return Frame.of(new EthernetFrame(group, virtualMac(), packet));
  }

  private MacAddress virtualMac() {
    int virtualRouterId = message.length() > 1 ? message.at(1) : 0;
    return switch (AddressFamily.of(source)) {
      case IPV4 -> MacAddress.virtualRouterIpv4(virtualRouterId);
      case IPV6 -> MacAddress.virtualRouterIpv6(virtualRouterId);
    };
  }

  private Frame frame(MacAddress from, MacAddress to) {
    OpaqueIpPayload payload = new OpaqueIpPayload(PROTOCOL, message);
    return switch (source) {
      case Ipv4Address v4 ->
          Frame.of(
              new EthernetFrame(
                  to, from, Ipv4Packet.of(v4, (Ipv4Address) destination, ttl, payload)));
      case Ipv6Address v6 ->
          Frame.of(
              new EthernetFrame(
                  to, from, Ipv6Packet.of(v6, (Ipv6Address) destination, ttl, payload)));
    };
  }
}
