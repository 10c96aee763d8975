package io.vrrplab.conformance.bench;

import io.vrrplab.wire.Frame;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv6Address;
import io.vrrplab.wire.MacAddress;
import io.vrrplab.wire.Octets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A frame read by counting octets, as a person with a hex dump would. What is beyond its end reads
 * as 0, so that even a stump can be compared.
 *
 * @param octets the whole frame
 */
public record Anatomy(Octets octets) {

  static final int ETHERNET_OCTETS = 14;
  private static final int ROW = 16;
  private static final int ARP = 0x0806;
  private static final int IPV4 = 0x0800;
  private static final int IPV6 = 0x86dd;
  private static final int IPV6_HEADER_OCTETS = 40;
  private static final int ICMPV6 = 58;
  private static final int ICMPV6_ECHO_REQUEST = 128;
  private static final int ICMPV6_ECHO_REPLY = 129;
  private static final int NEIGHBOR_ADVERTISEMENT = 136;
  private static final int NEIGHBOR_SOLICITATION = 135;
  private static final int ROUTER_ADVERTISEMENT = 134;
  private static final int REDIRECT = 5;
  private static final int ICMPV6_REDIRECT = 137;
  private static final int RA_OPTIONS_AT = 16;
  private static final int JOINED = 4;
  private static final int MLD_GROUP_AT = 74;
  private static final int ND_TARGET_AT = 8;
  private static final int ICMP = 1;
  private static final int ECHO_REPLY = 0;
  private static final int ECHO_REQUEST = 8;
  private static final int VRRP = 112;
  private static final int VRRP_HEADER_OCTETS = 8;

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

  /** Whether it is an IPv6 packet. */
  public boolean isIpv6() {
    return etherType() == IPV6;
  }

  private boolean isIpv4() {
    return etherType() == IPV4;
  }

  /** The protocol in an IP header; 0 in another frame. */
  private long protocol() {
    if (isIpv6()) {
      return value(Field.IPV6_NEXT_HEADER);
    }
    return isIpv4() ? value(Field.IPV4_PROTOCOL) : 0;
  }

  /** What an IP packet comes from. */
  public IpAddress source() {
    return isIpv6() ? ipv6At(22) : new Ipv4Address((int) value(Field.IPV4_SOURCE));
  }

  /** Where an IP packet goes. */
  public IpAddress destination() {
    return isIpv6() ? ipv6At(38) : new Ipv4Address((int) value(Field.IPV4_DESTINATION));
  }

  /** How many routers an IP packet may pass. */
  public int ttl() {
    return (int) value(isIpv6() ? Field.IPV6_HOP_LIMIT : Field.IPV4_TTL);
  }

  private Ipv6Address ipv6At(int at) {
    long high = 0;
    long low = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      high = high << Byte.SIZE | octet(at + i);
      low = low << Byte.SIZE | octet(at + Long.BYTES + i);
    }
    return new Ipv6Address(high, low);
  }

  /** An advert, or what would be one if its protocol number or its group were right. */
  public boolean isAdvert() {
    return protocol() == VRRP
        || isIpv4() && destination().equals(Ipv4Address.VRRP_GROUP)
        || isIpv6() && destination().equals(Ipv6Address.VRRP_GROUP);
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

  /** A neighbour advertisement, asked for or not. */
  public boolean isNeighborAdvertisement() {
    return isIpv6() && protocol() == ICMPV6 && value(Field.ICMP_TYPE) == NEIGHBOR_ADVERTISEMENT;
  }

  /** A router's advertisement of itself, which is not VRRP's. */
  public boolean isRouterAdvertisement() {
    return isIpv6() && protocol() == ICMPV6 && value(Field.ICMP_TYPE) == ROUTER_ADVERTISEMENT;
  }

  /** The types of the options in a router advertisement (RFC 4861 4.2), in their order. */
  public List<Integer> routerOptions() {
    List<Integer> types = new ArrayList<>();
    int at = messageStart() + RA_OPTIONS_AT;
    while (at + 1 < octets.length() && octet(at + 1) > 0) {
      types.add(octet(at));
      at += octet(at + 1) * Byte.SIZE;
    }
    return List.copyOf(types);
  }

  /** A question for the MAC of an IPv6 address. */
  public boolean isSolicitation() {
    return isIpv6() && protocol() == ICMPV6 && value(Field.ICMP_TYPE) == NEIGHBOR_SOLICITATION;
  }

  /** A report (RFC 3376 4.2, RFC 3810 5.2) whose first record excludes nothing of a group. */
  public boolean joins(IpAddress group) {
    return group.equals(joined());
  }

  /** The group that such a report joins; null in another frame. */
  @Nullable IpAddress joined() {
    if (isIpv4() && value(Field.IGMP_TYPE) == 0x22 && value(Field.IGMP_RECORD) == JOINED) {
      return new Ipv4Address((int) value(Field.IGMP_GROUP));
    }
    boolean joins = isIpv6() && value(Field.MLD_TYPE) == 143 && value(Field.MLD_RECORD) == JOINED;
    return joins ? ipv6At(MLD_GROUP_AT) : null;
  }

  /** A router's word that there is a shorter way. */
  public boolean isRedirect() {
    return protocol() == ICMP && value(Field.ICMP_TYPE) == REDIRECT
        || protocol() == ICMPV6 && value(Field.ICMP_TYPE) == ICMPV6_REDIRECT;
  }

  /** A ping, which is not its answer. */
  public boolean isPing() {
    return protocol() == ICMP && value(Field.ICMP_TYPE) == ECHO_REQUEST
        || protocol() == ICMPV6 && value(Field.ICMP_TYPE) == ICMPV6_ECHO_REQUEST;
  }

  /** A packet of IP, either version. */
  public boolean isIp() {
    return isIpv4() || isIpv6();
  }

  /** The MAC that a packet of ARP or ND says an address is at. */
  public long claimedMac() {
    return value(isArp() ? Field.ARP_SENDER_MAC : Field.ND_OPTION_MAC);
  }

  /** An address that announces itself to all: a gratuitous ARP, or what IPv6 has instead. */
  public boolean isAnnouncement() {
    return isGratuitousArp() || isNeighborAdvertisement() && value(Field.ND_SOLICITED) == 0;
  }

  /** A packet of ARP or ND that says where an address is, asked or unasked. */
  public boolean claims(IpAddress address) {
    return switch (address) {
      case Ipv4Address v4 ->
          isArp() && value(Field.ARP_SENDER_ADDRESS) == (v4.bits() & 0xffff_ffffL);
      case Ipv6Address v6 -> isNeighborAdvertisement() && ndTarget().equals(v6);
    };
  }

  /** What a packet of neighbour discovery is about. */
  public Ipv6Address ndTarget() {
    return ipv6At(messageStart() + ND_TARGET_AT);
  }

  /** The answer to a ping from an address. */
  public boolean isEchoReplyFrom(IpAddress address) {
    return source().equals(address)
        && (protocol() == ICMP && value(Field.ICMP_TYPE) == ECHO_REPLY
            || protocol() == ICMPV6 && value(Field.ICMP_TYPE) == ICMPV6_ECHO_REPLY);
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
      case MESSAGE ->
          ETHERNET_OCTETS + (isIpv6() ? IPV6_HEADER_OCTETS : (octet(ETHERNET_OCTETS) & 0xf) * 4);
    };
  }

  /** Where the VRRP message begins, counted in octets of the frame. */
  public int messageStart() {
    return start(Field.Layer.MESSAGE);
  }

  /** The VRRP message as IP delimits it; padding of Ethernet is not part of it. */
  public Octets message() {
    int from = Math.min(messageStart(), octets.length());
    int to =
        isIpv6()
            ? messageStart() + (int) value(Field.IPV6_PAYLOAD_LENGTH)
            : ETHERNET_OCTETS + (int) value(Field.IPV4_TOTAL_LENGTH);
    byte[] rest = octets.from(from).toByteArray();
    int length = Math.clamp(to - from, 0, rest.length);
    return Octets.of(Arrays.copyOf(rest, length));
  }

  /** The addresses that an advert lists, as many as its count says and it has room for. */
  public List<IpAddress> addresses() {
    int width = isIpv6() ? 16 : 4;
    List<IpAddress> addresses = new ArrayList<>();
    for (int i = 0; i < value(Field.VRRP_COUNT); i++) {
      int at = VRRP_HEADER_OCTETS + i * width;
      if (at + width <= message().length()) {
        addresses.add(
            isIpv6() ? ipv6At(messageStart() + at) : new Ipv4Address(message().intAt(at)));
      }
    }
    return List.copyOf(addresses);
  }

  /** The octets of the frame in which a field stands, such as {@code 22} or {@code 26-29}. */
  public String place(Field field) {
    int bit = start(field.layer()) * Byte.SIZE + field.firstBit();
    return place(bit / Byte.SIZE, (bit + field.bits() - 1) / Byte.SIZE);
  }

  /** The rows of sixteen octets in which a field stands; its own are in brackets. */
  List<String> dump(Field field) {
    int bit = start(field.layer()) * Byte.SIZE + field.firstBit();
    int first = bit / Byte.SIZE;
    int last = (bit + field.bits() - 1) / Byte.SIZE;
    List<String> rows = new ArrayList<>();
    for (int row = first / ROW; row <= last / ROW; row++) {
      StringBuilder text = new StringBuilder("%4d ".formatted(row * ROW));
      for (int i = row * ROW; i < Math.min((row + 1) * ROW, octets.length()); i++) {
        text.append(i == first ? "[" : i == last + 1 ? "]" : " ")
            .append("%02x".formatted(octet(i)));
      }
      rows.add(
          text.append(last % ROW == ROW - 1 || last + 1 == octets.length() ? "]" : "").toString());
    }
    return rows;
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
