package io.vrrplab.conformance.mutant;

import io.vrrplab.conformance.bench.Anatomy;
import io.vrrplab.conformance.bench.TestAdvert;
import io.vrrplab.wire.Frame;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv6Address;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The ways to spoil, or to mend, frames on their way. */
final class Rewriting {

  private Rewriting() {}

  /** Changes adverts, checksums made right again. */
  static Function<Frame, List<Frame>> adverts(UnaryOperator<TestAdvert> change) {
    return frame -> {
      Anatomy anatomy = Anatomy.of(frame);
      return List.of(anatomy.isAdvert() ? change.apply(TestAdvert.read(anatomy)).frame() : frame);
    };
  }

  /** Loses frames of a kind. */
  static Function<Frame, List<Frame>> dropping(Predicate<Anatomy> kind) {
    return frame -> kind.test(Anatomy.of(frame)) ? List.of() : List.of(frame);
  }

  /** Changes the octets of frames of a kind; no checksum is touched. */
  static Function<Frame, List<Frame>> octets(
      Predicate<Anatomy> kind, UnaryOperator<byte[]> change) {
    return frame -> {
      Anatomy anatomy = Anatomy.of(frame);
      return List.of(
          kind.test(anatomy) ? Frame.ofBytes(change.apply(anatomy.octets().toByteArray())) : frame);
    };
  }

  /** The octets of an address, first to last. */
  static byte[] octetsOf(IpAddress address) {
    return switch (address) {
      case Ipv4Address v4 -> ByteBuffer.allocate(4).putInt(v4.bits()).array();
      case Ipv6Address v6 -> ByteBuffer.allocate(16).putLong(v6.high()).putLong(v6.low()).array();
    };
  }

  /** An octet of an advert's message; 0 beyond its end. */
  static int octet(TestAdvert advert, int index) {
    return index < advert.message().length() ? advert.message().at(index) : 0;
  }
}
