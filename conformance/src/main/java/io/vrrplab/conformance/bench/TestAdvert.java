package io.vrrplab.conformance.bench;

import io.vrrplab.conformance.device.Rfc;
import io.vrrplab.wire.EthernetFrame;
import io.vrrplab.wire.Frame;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv4Packet;
import io.vrrplab.wire.MacAddress;
import io.vrrplab.wire.Octets;
import io.vrrplab.wire.OpaqueIpPayload;
import java.util.Arrays;
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
    Rfc rfc, Ipv4Address source, Ipv4Address destination, int ttl, Octets message) {

  private static final int HEADER = 8;
  private static final int ADDRESS = 4;
  private static final int AUTHENTICATION = 8;

  /**
   * A valid advert.
   *
   * @param intervalCs what it announces, centiseconds; whole seconds in version 2
   * @param addresses what it lists
   */
  static TestAdvert of(
      Rfc rfc,
      Ipv4Address source,
      int virtualRouterId,
      int priority,
      int intervalCs,
      Ipv4Address... addresses) {
    int trailer = rfc.version() == 2 ? AUTHENTICATION : 0;
    byte[] message = new byte[HEADER + ADDRESS * addresses.length + trailer];
    message[0] = (byte) (rfc.version() << 4 | 1);
    message[1] = (byte) virtualRouterId;
    message[2] = (byte) priority;
    message[3] = (byte) addresses.length;
    if (rfc.version() == 2) {
      message[5] = (byte) (intervalCs / 100);
    } else {
      message[4] = (byte) (intervalCs >>> 8);
      message[5] = (byte) intervalCs;
    }
    for (int i = 0; i < addresses.length; i++) {
      for (int octet = 0; octet < ADDRESS; octet++) {
        message[HEADER + ADDRESS * i + octet] = (byte) (addresses[i].bits() >>> 24 - 8 * octet);
      }
    }
    return new TestAdvert(rfc, source, Ipv4Address.VRRP_GROUP, 255, Octets.of(message)).resealed();
  }

  /** Reads an advert back; it counts as one of the document whose checksum it satisfies. */
  public static TestAdvert read(Anatomy frame) {
    Rfc rfc = Rfc.RFC3768;
    if (frame.value(Field.VRRP_VERSION) != 2) {
      boolean pseudoHeader = Checksums.of(frame, Rfc.RFC5798) == frame.value(Field.VRRP_CHECKSUM);
      rfc = pseudoHeader ? Rfc.RFC5798 : Rfc.RFC9568;
    }
    return new TestAdvert(
        rfc,
        new Ipv4Address((int) frame.value(Field.IPV4_SOURCE)),
        new Ipv4Address((int) frame.value(Field.IPV4_DESTINATION)),
        (int) frame.value(Field.IPV4_TTL),
        frame.message());
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

  /** The same with another TTL. */
  public TestAdvert withTtl(int changed) {
    return new TestAdvert(rfc, source, destination, changed, message);
  }

  /** The same from another address, and the checksum made right again. */
  public TestAdvert from(Ipv4Address changed) {
    return new TestAdvert(rfc, changed, destination, ttl, message).resealed();
  }

  /** The same to another address, and the checksum made right again. */
  public TestAdvert to(Ipv4Address changed) {
    return new TestAdvert(rfc, source, changed, ttl, message).resealed();
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
    int virtualRouterId = message.length() > 1 ? message.at(1) : 0;
    return Frame.of(
        new EthernetFrame(
            MacAddress.ofMulticast(destination),
            MacAddress.virtualRouterIpv4(virtualRouterId),
            Ipv4Packet.of(source, destination, ttl, new OpaqueIpPayload(112, message))));
  }
}
