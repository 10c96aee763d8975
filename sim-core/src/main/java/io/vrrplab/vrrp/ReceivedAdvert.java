package io.vrrplab.vrrp;

import io.vrrplab.wire.ChecksumForm;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Octets;
import io.vrrplab.wire.VrrpChecksum;
import io.vrrplab.wire.VrrpPacket;
import io.vrrplab.wire.VrrpUndecodable;
import io.vrrplab.wire.VrrpV2Packet;
import io.vrrplab.wire.VrrpV3Packet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A packet of IP protocol 112 as it arrived, before anybody judged it. All who hear the same frame
 * may share one: what it comes to where nothing is wrong with it is worked out once.
 */
public final class ReceivedAdvert {

  private final IpAddress source;
  private final IpAddress destination;
  private final int hopLimit;
  private final VrrpPacket packet;
  private final int surplusOctets;
  private final Set<ChecksumForm> satisfiedForms;
  private Validated.@Nullable Accepted accepted;

  /**
   * A packet with what the layers below say of it.
   *
   * @param source source address of the IP header
   * @param destination destination address of the IP header
   * @param hopLimit TTL or hop limit, 0 to 255
   * @param packet the VRRP message
   * @param surplusOctets octets of the IP payload after the last one that the message announces
   * @param satisfiedForms which forms of the checksum the message satisfies, a set that nobody
   *     changes; it is not copied, since packets are many and the sets are four
   */
  public ReceivedAdvert(
      IpAddress source,
      IpAddress destination,
      int hopLimit,
      VrrpPacket packet,
      int surplusOctets,
      Set<ChecksumForm> satisfiedForms) {
    this.source = source;
    this.destination = destination;
    this.hopLimit = hopLimit;
    this.packet = packet;
    this.surplusOctets = surplusOctets;
    this.satisfiedForms = satisfiedForms;
  }

  public IpAddress source() {
    return source;
  }

  public IpAddress destination() {
    return destination;
  }

  public int hopLimit() {
    return hopLimit;
  }

  public VrrpPacket packet() {
    return packet;
  }

  public int surplusOctets() {
    return surplusOctets;
  }

  public Set<ChecksumForm> satisfiedForms() {
    return satisfiedForms;
  }

  /** Whether it is a unicast advert that sums the group instead of its destination. */
  public boolean sumsGroup() {
    return satisfiedForms.contains(ChecksumForm.GROUP_PSEUDO_HEADER);
  }

  /** The same without octets behind the announced ones, which over IPv4 no checksum covers. */
  ReceivedAdvert withoutTrailer() {
    VrrpPacket announced =
        switch (packet) {
          case VrrpV2Packet v2 -> v2.withSurplus(Octets.EMPTY);
          case VrrpV3Packet v3 -> v3.withSurplus(Octets.EMPTY);
          case VrrpUndecodable broken -> broken;
        };
    Set<ChecksumForm> forms =
        source instanceof Ipv4Address
            ? VrrpChecksum.satisfied(announced, source, destination)
            : satisfiedForms;
    return new ReceivedAdvert(source, destination, hopLimit, announced, 0, forms);
  }

  /** The verdict of one that has nothing to object to. Not safe for use by several threads. */
  Validated.Accepted accepted() {
    Validated.Accepted known = accepted;
    if (known == null) {
      known = new Validated.Accepted(advert(), List.of());
      accepted = known;
    }
    return known;
  }

  /** What the packet says. */
  Advert advert() {
    return new Advert(
        packet.virtualRouterId(),
        packet.version(),
        packet.priority(),
        AdvertValidation.intervalCs(packet),
        source,
        packet.addresses());
  }
}
