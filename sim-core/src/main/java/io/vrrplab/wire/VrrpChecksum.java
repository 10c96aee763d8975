package io.vrrplab.wire;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The checksum of VRRP, worked out from a packet's fields; it covers octets beyond the announced
 * ones too. Version 2 has the message-only form and version 3 over IPv6 the pseudo-header form,
 * whatever is asked for; only version 3 over IPv4 has a choice.
 */
public final class VrrpChecksum {

  private static final Set<ChecksumForm> NONE =
      Collections.unmodifiableSet(EnumSet.noneOf(ChecksumForm.class));
  private static final Set<ChecksumForm> MESSAGE_ONLY =
      Collections.unmodifiableSet(EnumSet.of(ChecksumForm.MESSAGE_ONLY));
  private static final Set<ChecksumForm> PSEUDO_HEADER =
      Collections.unmodifiableSet(EnumSet.of(ChecksumForm.PSEUDO_HEADER));
  private static final Set<ChecksumForm> BOTH =
      Collections.unmodifiableSet(
          EnumSet.of(ChecksumForm.MESSAGE_ONLY, ChecksumForm.PSEUDO_HEADER));
  private static final Set<ChecksumForm> GROUP_PSEUDO_HEADER =
      Collections.unmodifiableSet(EnumSet.of(ChecksumForm.GROUP_PSEUDO_HEADER));

  private VrrpChecksum() {}

  /**
   * Computes the checksum of a packet; its own checksum field does not count.
   *
   * @param packet version 2 or 3
   * @param form what to cover, where there is a choice
   * @param source source address of the IP packet
   * @param destination its destination address, of the same family
   * @return 0 to 65535
   * @throws IllegalArgumentException if the packet could not be decoded
   */
  public static int compute(
      VrrpPacket packet, ChecksumForm form, IpAddress source, IpAddress destination) {
    return InternetChecksum.complement(
        switch (packet) {
          case VrrpV2Packet v2 -> sum(v2);
          case VrrpV3Packet v3 ->
              usesPseudoHeader(form, source)
                  ? sum(v3) + pseudoHeader(v3, source, summed(form, destination))
                  : sum(v3);
          case VrrpUndecodable _ ->
              throw new IllegalArgumentException("an incomplete message has no checksum");
        });
  }

  /**
   * Tells which forms the checksum in a packet satisfies. An undecodable message satisfies none.
   *
   * @return in the order of {@link ChecksumForm}; cannot be changed
   */
  public static Set<ChecksumForm> satisfied(
      VrrpPacket packet, IpAddress source, IpAddress destination) {
    return switch (packet) {
      case VrrpV2Packet v2 -> isValid(sum(v2) + v2.checksum()) ? MESSAGE_ONLY : NONE;
      case VrrpV3Packet v3 -> satisfied(v3, source, destination);
      case VrrpUndecodable _ -> NONE;
    };
  }

  private static Set<ChecksumForm> satisfied(
      VrrpV3Packet packet, IpAddress source, IpAddress destination) {
    long message = sum(packet) + packet.checksum();
    boolean pseudoHeader = isValid(message + pseudoHeader(packet, source, destination));
    if (source instanceof Ipv4Address && isValid(message)) {
      return pseudoHeader ? BOTH : MESSAGE_ONLY;
    }
    if (pseudoHeader) {
      return PSEUDO_HEADER;
    }
    boolean group =
        source instanceof Ipv4Address
            && isValid(message + pseudoHeader(packet, source, Ipv4Address.VRRP_GROUP));
    return group ? GROUP_PSEUDO_HEADER : NONE;
  }

  /** The packet with its right checksum (RFC 3768 5.3.8). */
  public static VrrpV2Packet sealed(VrrpV2Packet packet) {
    return packet.withChecksum(InternetChecksum.complement(sum(packet)));
  }

  /** The packet with its right checksum; see {@link #compute} for the parameters. */
  public static VrrpV3Packet sealed(
      VrrpV3Packet packet, ChecksumForm form, IpAddress source, IpAddress destination) {
    return packet.withChecksum(compute(packet, form, source, destination));
  }

  private static boolean usesPseudoHeader(ChecksumForm form, IpAddress source) {
    return form != ChecksumForm.MESSAGE_ONLY || source instanceof Ipv6Address;
  }

  private static IpAddress summed(ChecksumForm form, IpAddress destination) {
    boolean group = form == ChecksumForm.GROUP_PSEUDO_HEADER && destination instanceof Ipv4Address;
    return group ? Ipv4Address.VRRP_GROUP : destination;
  }

  private static boolean isValid(long sum) {
    return InternetChecksum.fold(sum) == InternetChecksum.VALID;
  }

  private static long sum(VrrpV2Packet packet) {
    int interval = packet.authenticationType() << 8 | packet.intervalSeconds();
    return header(packet)
        + interval
        + InternetChecksum.words(packet.authenticationData())
        + list(packet.addresses())
        + packet.surplus().checksumSum();
  }

  private static long sum(VrrpV3Packet packet) {
    int interval = packet.reserved() << 12 | packet.intervalCs();
    return header(packet) + interval + list(packet.addresses()) + packet.surplus().checksumSum();
  }

  private static long header(VrrpPacket packet) {
    int first = (packet.version() << 4 | packet.type()) << 8 | packet.virtualRouterId();
    int second = packet.priority() << 8 | packet.addresses().size();
    return (long) first + second;
  }

  private static long list(List<? extends IpAddress> addresses) {
    long sum = 0;
    for (int i = 0; i < addresses.size(); i++) {
      sum += InternetChecksum.address(addresses.get(i));
    }
    return sum;
  }

  private static long pseudoHeader(VrrpV3Packet packet, IpAddress source, IpAddress destination) {
    int length = VrrpCodec.lengthV3(packet, source.width() / Byte.SIZE);
    return InternetChecksum.addresses(source, destination) + VrrpPacket.PROTOCOL + length;
  }
}
