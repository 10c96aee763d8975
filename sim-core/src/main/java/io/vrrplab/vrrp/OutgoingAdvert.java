package io.vrrplab.vrrp;

import io.vrrplab.wire.ChecksumForm;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.VrrpPacket;
import io.vrrplab.wire.VrrpV2Packet;
import io.vrrplab.wire.VrrpV3Packet;
import java.util.List;
import java.util.stream.Stream;

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
   * Fills in an advert for each of those to whom it goes: mostly one, for the group. Where versions
   * are mixed, a {@link #version2CopyOf copy} follows each.
   *
   * @param config the virtual router; its own interval is announced, whatever it learnt from a
   *     former Master (RFC 9568 7.2)
   * @param priority the own one, or 0 to give up the role
   */
  public static List<OutgoingAdvert> allOf(VirtualRouterConfig config, int priority) {
    List<OutgoingAdvert> adverts =
        switch (config.options().delivery()) {
          case Delivery.Multicast _ -> List.of(of(config, priority));
          case Delivery.Unicast(List<Delivery.Peer> peers, _, int hopLimit) ->
              peers.stream().map(peer -> to(peer.address(), hopLimit, config, priority)).toList();
        };
    return config.options().mixedVersions()
        ? adverts.stream().flatMap(advert -> Stream.of(advert, advert.inVersion2(config))).toList()
        : adverts;
  }

  /** Fills in an advert for the group, whatever peers there are. */
  public static OutgoingAdvert of(VirtualRouterConfig config, int priority) {
    return to(config.group(), HOP_LIMIT, config, priority);
  }

  /**
   * Fills in what a virtual router of mixed versions sends to the group right after {@link #of}:
   * the same in version 2 (RFC 9568 8.4.2). Version 3 comes first, so that a Backup that
   * understands both knows by then whose copy it ignores.
   *
   * <p>The copy counts whole seconds, rounded up: 1 at every rate below a second, which is what
   * version 2 routers can share with it at all (RFC 3768 7.1 has them discard another interval than
   * their own, and 0 is none), and never less than the time between two adverts.
   */
  public static OutgoingAdvert version2CopyOf(VirtualRouterConfig config, int priority) {
    return of(config, priority).inVersion2(config);
  }

  private OutgoingAdvert inVersion2(VirtualRouterConfig config) {
    return new OutgoingAdvert(
        source,
        destination,
        hopLimit,
        typeOfService,
        version2(config, packet.priority()),
        ChecksumForm.MESSAGE_ONLY);
  }

  /** The same with another message. */
  OutgoingAdvert withPacket(VrrpPacket changed) {
    return new OutgoingAdvert(source, destination, hopLimit, typeOfService, changed, checksumForm);
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
        wholeSeconds(config.advertisementIntervalCs()),
        0,
        addresses,
        config.authentication().data());
  }

  /** An interval as version 2 counts it, in seconds; its own are whole anyway. */
  static int wholeSeconds(int intervalCs) {
    return Math.ceilDiv(intervalCs, CENTISECONDS_PER_SECOND);
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
