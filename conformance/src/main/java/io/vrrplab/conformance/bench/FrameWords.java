package io.vrrplab.conformance.bench;

import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv4Address;

/** Frames in a few words each, for the ladder. */
final class FrameWords {

  private FrameWords() {}

  static String of(Anatomy frame) {
    if (frame.isAdvert()) {
      return advert(frame);
    }
    if (frame.isArp()) {
      return arp(frame);
    }
    if (frame.isNeighborAdvertisement()) {
      return "neighbour advertisement: %s is at %s"
          .formatted(frame.ndTarget(), Anatomy.text(Field.ND_OPTION_MAC, frame.claimedMac()));
    }
    if (frame.isSolicitation()) {
      return "neighbour solicitation: where is %s? from %s"
          .formatted(frame.ndTarget(), frame.source());
    }
    return frame.isIp() ? packet(frame) : "frame of " + frame.octets().length() + " octets";
  }

  private static String advert(Anatomy frame) {
    long version = frame.value(Field.VRRP_VERSION);
    String interval =
        version == 2
            ? frame.value(Field.VRRP_SECONDS) + " s"
            : frame.value(Field.VRRP_CENTISECONDS) + " cs";
    return "advert of version %d, VRID %d, priority %d from %s, every %s"
        .formatted(
            version,
            frame.value(Field.VRRP_VRID),
            frame.value(Field.VRRP_PRIORITY),
            frame.source(),
            interval);
  }

  private static String arp(Anatomy frame) {
    String sender =
        new Ipv4Address((int) frame.value(Field.ARP_SENDER_ADDRESS))
            + " is at "
            + Anatomy.text(Field.ARP_SENDER_MAC, frame.value(Field.ARP_SENDER_MAC));
    if (frame.isGratuitousArp()) {
      return "gratuitous ARP: " + sender;
    }
    Ipv4Address target = new Ipv4Address((int) frame.value(Field.ARP_TARGET_ADDRESS));
    return frame.value(Field.ARP_OPERATION) == 1
        ? "ARP: who has " + target + "? " + sender
        : "ARP: " + sender;
  }

  private static String packet(Anatomy frame) {
    IpAddress group = frame.joined();
    if (group != null) {
      return "membership report: joins " + group;
    }
    String way = "from %s to %s".formatted(frame.source(), frame.destination());
    if (frame.isRouterAdvertisement()) {
      return "router advertisement " + way;
    }
    if (frame.isRedirect()) {
      return "redirect " + way;
    }
    if (frame.isPing()) {
      return "ping " + way;
    }
    return frame.isEchoReplyFrom(frame.source())
        ? "answer to a ping " + way
        : "IP packet of %d octets %s".formatted(frame.octets().length() - 14, way);
  }
}
