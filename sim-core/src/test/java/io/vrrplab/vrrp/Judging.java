package io.vrrplab.vrrp;

import io.netty.buffer.Unpooled;
import io.vrrplab.wire.ChecksumForm;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.VrrpPacket;
import io.vrrplab.wire.VrrpUndecodable;
import java.util.HexFormat;
import java.util.Set;

/** Shortcuts for tests of the receive checks. */
final class Judging {

  private Judging() {}

  /** {@code accepted}, {@code accepted [address-list]}, or the key of the first failed check. */
  static String verdict(VirtualRouterConfig config, ReceivedAdvert received) {
    return switch (new AdvertValidation(config).check(received)) {
      case Validated.Accepted(Advert _, var tolerated) ->
          tolerated.isEmpty()
              ? "accepted"
              : "accepted " + tolerated.stream().map(RejectReason::key).toList();
      case Validated.Rejected(RejectReason reason, boolean _) -> reason.key();
    };
  }

  static VrrpPacket undecodable(String hex) {
    return new VrrpUndecodable(Unpooled.wrappedBuffer(HexFormat.of().parseHex(hex)));
  }

  static ReceivedAdvert with(ReceivedAdvert base, VrrpPacket packet) {
    return new ReceivedAdvert(
        base.source(),
        base.destination(),
        base.hopLimit(),
        packet,
        base.surplusOctets(),
        base.satisfiedForms());
  }

  static ReceivedAdvert withSource(ReceivedAdvert base, IpAddress source) {
    return new ReceivedAdvert(
        source,
        base.destination(),
        base.hopLimit(),
        base.packet(),
        base.surplusOctets(),
        base.satisfiedForms());
  }

  static ReceivedAdvert withDestination(ReceivedAdvert base, IpAddress destination) {
    return new ReceivedAdvert(
        base.source(),
        destination,
        base.hopLimit(),
        base.packet(),
        base.surplusOctets(),
        base.satisfiedForms());
  }

  static ReceivedAdvert withHopLimit(ReceivedAdvert base, int hopLimit) {
    return new ReceivedAdvert(
        base.source(),
        base.destination(),
        hopLimit,
        base.packet(),
        base.surplusOctets(),
        base.satisfiedForms());
  }

  static ReceivedAdvert withSurplus(ReceivedAdvert base, int octets) {
    return new ReceivedAdvert(
        base.source(),
        base.destination(),
        base.hopLimit(),
        base.packet(),
        octets,
        base.satisfiedForms());
  }

  static ReceivedAdvert withChecksum(ReceivedAdvert base, Set<ChecksumForm> satisfiedForms) {
    return new ReceivedAdvert(
        base.source(),
        base.destination(),
        base.hopLimit(),
        base.packet(),
        base.surplusOctets(),
        satisfiedForms);
  }
}
