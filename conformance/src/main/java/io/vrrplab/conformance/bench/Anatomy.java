package io.vrrplab.conformance.bench;

import io.vrrplab.wire.Frame;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.MacAddress;
import io.vrrplab.wire.Octets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A frame read by counting octets, as a person with a hex dump would. What is beyond its end reads
 * as 0, so that even a stump can be compared.
 *
 * @param octets the whole frame
 */
public record Anatomy(Octets octets) {

  static final int ETHERNET_OCTETS = 14;
  private static final int ARP = 0x0806;
  private static final int IPV4 = 0x0800;
  private static final int ICMP = 1;
  private static final int ECHO_REPLY = 0;
  private static final int VRRP = 112;
  private static final int VRRP_HEADER_OCTETS = 8;
  private static final int ADDRESS_OCTETS = 4;

  /** Reads a frame. */
  public static Anatomy of(Frame frame) {
    return new Anatomy(Octets.copyOf(frame.octets()));
  }

  private int octet(int index) {
    return index < octets.length() ? octets.at(index) : 0;
  }

  private int etherType() {
    return octet(12) << 8 | octet(13);
  }

  /** An advert, or what would be one if its protocol number or its group were right. */
  public boolean isAdvert() {
    return etherType() == IPV4
        && (value(Field.IPV4_PROTOCOL) == VRRP
            || value(Field.IPV4_DESTINATION) == (Ipv4Address.VRRP_GROUP.bits() & 0xffff_ffffL));
  }

  /** An advert with which its sender gives up. */
  public boolean isRelease() {
    return isAdvert() && value(Field.VRRP_PRIORITY) == 0;
  }

  public boolean isArp() {
    return etherType() == ARP;
  }

  /** An ARP packet in which an address announces itself. */
  public boolean isGratuitousArp() {
    return isArp() && value(Field.ARP_SENDER_ADDRESS) == value(Field.ARP_TARGET_ADDRESS);
  }

  /** An ARP packet that says where an address is, asked or unasked. */
  public boolean claims(Ipv4Address address) {
    return isArp() && value(Field.ARP_SENDER_ADDRESS) == (address.bits() & 0xffff_ffffL);
  }

  /** The answer to a ping from an address. */
  public boolean isEchoReplyFrom(Ipv4Address address) {
    return etherType() == IPV4
        && value(Field.IPV4_PROTOCOL) == ICMP
        && value(Field.ICMP_TYPE) == ECHO_REPLY
        && value(Field.IPV4_SOURCE) == (address.bits() & 0xffff_ffffL);
  }

  /** The value of a field as an unsigned number. */
  public long value(Field field) {
    int bit = start(field.layer()) * Byte.SIZE + field.firstBit();
    long value = 0;
    for (int i = bit; i < bit + field.bits(); i++) {
      value = value << 1 | octet(i / Byte.SIZE) >>> (Byte.SIZE - 1 - i % Byte.SIZE) & 1;
    }
    return value;
  }

  private int start(Field.Layer layer) {
    return switch (layer) {
      case ETHERNET -> 0;
      case PAYLOAD -> ETHERNET_OCTETS;
      case MESSAGE -> ETHERNET_OCTETS + (octet(ETHERNET_OCTETS) & 0xf) * 4;
    };
  }

  /** Where the VRRP message begins, counted in octets of the frame. */
  public int messageStart() {
    return start(Field.Layer.MESSAGE);
  }

  /** The VRRP message as IP delimits it; padding of Ethernet is not part of it. */
  public Octets message() {
    int from = Math.min(messageStart(), octets.length());
    int to = ETHERNET_OCTETS + (int) value(Field.IPV4_TOTAL_LENGTH);
    byte[] rest = octets.from(from).toByteArray();
    int length = Math.clamp(to - from, 0, rest.length);
    return Octets.of(Arrays.copyOf(rest, length));
  }

  /** The addresses that an advert lists, as many as its count says and it has room for. */
  public List<Ipv4Address> addresses() {
    Octets message = message();
    List<Ipv4Address> addresses = new ArrayList<>();
    for (int i = 0; i < value(Field.VRRP_COUNT); i++) {
      int at = VRRP_HEADER_OCTETS + i * ADDRESS_OCTETS;
      if (at + ADDRESS_OCTETS <= message.length()) {
        addresses.add(new Ipv4Address(message.intAt(at)));
      }
    }
    return List.copyOf(addresses);
  }

  /** The octets of the frame in which a field stands, such as {@code 22} or {@code 26-29}. */
  public String place(Field field) {
    int bit = start(field.layer()) * Byte.SIZE + field.firstBit();
    return place(bit / Byte.SIZE, (bit + field.bits() - 1) / Byte.SIZE);
  }

  static String place(int first, int last) {
    return first == last ? Integer.toString(first) : first + "-" + last;
  }

  /** A field's value as people write it. */
  public static String text(Field field, long value) {
    return switch (field.notation()) {
      case DECIMAL -> Long.toString(value);
      case HEX -> "0x%04x".formatted(value);
      case MAC -> new MacAddress(value).toString();
      case IPV4 -> new Ipv4Address((int) value).toString();
    };
  }
}
