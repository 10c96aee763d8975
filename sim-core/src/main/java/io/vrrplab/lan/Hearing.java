package io.vrrplab.lan;

import io.vrrplab.vrrp.ReceivedAdvert;
import io.vrrplab.wire.Frame;
import io.vrrplab.wire.VrrpChecksum;
import io.vrrplab.wire.VrrpPacket;
import org.jspecify.annotations.Nullable;

/**
 * What the frame that is being heard says. A flooded advert is heard by hundreds, one right after
 * the other, and means the same to all of them.
 */
final class Hearing {

  private @Nullable Frame frame;
  private @Nullable ReceivedAdvert received;

  /** The advert in a packet, of which others may have asked already. */
  ReceivedAdvert advert(IpStack.Arrival packet, VrrpPacket message) {
    ReceivedAdvert known = received;
    if (known == null || frame != packet.octets()) {
      known =
          new ReceivedAdvert(
              packet.source(),
              packet.destination(),
              packet.hopLimit(),
              message,
              message.surplus().length(),
              VrrpChecksum.satisfied(message, packet.source(), packet.destination()));
      frame = packet.octets();
      received = known;
    }
    return known;
  }
}
