package io.vrrplab.vrrp;

import io.vrrplab.wire.ChecksumForm;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.VrrpPacket;
import io.vrrplab.wire.VrrpV2Packet;
import io.vrrplab.wire.VrrpV3Packet;
import java.util.List;

/**
 * An advert to send, its fields filled from the configuration (RFC 3768 7.2, RFC 9568 7.2). The
 * packet's checksum field is 0: the wire computes it in the form given here.
 *
 * @param source the node's primary address
 * @param destination the group of VRRP, or one of the peers where adverts go to peers
 * @param hopLimit TTL or hop limit: 255, except towards peers
 * @param typeOfService TOS octet or traffic class
 * @param packet the message, checksum 0
 * @param checksumForm what the checksum is to cover
 */
public record OutgoingAdvert(
    IpAddress source,
    IpAddress destination,
    int hopLimit,
    int typeOfService,
    VrrpPacket packet,
    ChecksumForm checksumForm) {

  /** TTL and hop limit of every advert (RFC 9568 5.1.1.3, 5.1.2.3). */
  public static final int HOP_LIMIT = 255;

  private static final int CENTISECONDS_PER_SECOND = 100;

  /**
   * Fills in an advert for each of those to whom it goes: mostly one, for the group.
   *
   * @param config the virtual router; its own interval is announced, whatever it learnt from a
   *     former Master (RFC 9568 7.2)
   * @param priority the own one, or 0 to give up the role
   */
  public static List<OutgoingAdvert> allOf(VirtualRouterConfig config, int priority) {
    return switch (config.options().delivery()) {
      case Delivery.Multicast _ -> List.of(of(config, priority));
      case Delivery.Unicast(List<Delivery.Peer> peers, _, int hopLimit) ->
          peers.stream().map(peer -> to(peer.address(), hopLimit, config, priority)).toList();
    };
  }

  /** Fills in an advert for the group, whatever peers there are. */
  public static OutgoingAdvert of(VirtualRouterConfig config, int priority) {
    return to(config.group(), HOP_LIMIT, config, priority);
  }

  private static OutgoingAdvert to(
      IpAddress destination, int hopLimit, VirtualRouterConfig config, int priority) {
    return new OutgoingAdvert(
        config.primaryAddress(),
        destination,
        hopLimit,
        config.profile().sending().typeOfService(),
        config.version() == 2 ? version2(config, priority) : version3(config, priority),
        config.checksumForm());
  }

  private static VrrpPacket version2(VirtualRouterConfig config, int priority) {
    List<Ipv4Address> addresses = config.addresses().stream().map(Ipv4Address.class::cast).toList();
    return new VrrpV2Packet(
        VrrpPacket.ADVERTISEMENT,
        config.virtualRouterId(),
        priority,
        config.authentication().type(),
        config.advertisementIntervalCs() / CENTISECONDS_PER_SECOND,
        0,
        addresses,
        config.authentication().data());
  }

  private static VrrpPacket version3(VirtualRouterConfig config, int priority) {
    return new VrrpV3Packet(
        VrrpPacket.ADVERTISEMENT,
        config.virtualRouterId(),
        priority,
        0,
        config.advertisementIntervalCs(),
        0,
        config.addresses());
  }
}
