package io.vrrplab.fault;

import io.vrrplab.lan.FrameFilter;
import io.vrrplab.lan.Transmission;
import io.vrrplab.wire.ArpPacket;
import io.vrrplab.wire.Decoded;
import io.vrrplab.wire.EthernetFrame;
import io.vrrplab.wire.Ipv4Packet;
import io.vrrplab.wire.Ipv6Packet;
import io.vrrplab.wire.OpaqueEthernetPayload;
import io.vrrplab.wire.VrrpPacket;
import org.jspecify.annotations.Nullable;

/** Drops the next few VRRP packets of a sender. */
final class AdvertFilter implements FrameFilter {

  private final @Nullable String sender;
  private int left;

  /**
   * A filter that has dropped nothing yet.
   *
   * @param sender name of the machine; null drops everybody's
   * @param count how many it drops
   */
  AdvertFilter(@Nullable String sender, int count) {
    this.sender = sender;
    this.left = count;
  }

  @Override
  public boolean drops(Transmission transmission) {
    if (left == 0
        || sender != null && !sender.equals(transmission.origin().machineName())
        || !isAdvert(transmission)) {
      return false;
    }
    left--;
    return true;
  }

  private static boolean isAdvert(Transmission transmission) {
    return transmission.frame().decoded() instanceof Decoded.Packet(EthernetFrame frame)
        && switch (frame.payload()) {
          case Ipv4Packet packet -> packet.payload() instanceof VrrpPacket;
          case Ipv6Packet packet -> packet.payload() instanceof VrrpPacket;
          case ArpPacket _, OpaqueEthernetPayload _ -> false;
        };
  }
}
