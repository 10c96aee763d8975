package io.vrrplab.wire;

import io.netty.buffer.ByteBuf;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One pass of the codecs over a frame, and why it ended early if it did. A codec that cannot go on
 * returns {@link #refuse}, which is null; whoever called it returns null in turn. That costs
 * nothing where all is well, as an exception would where it is not.
 */
@SuppressWarnings("TypeParameterUnusedInFormals") // The value is always null, which any type has.
final class Reading {

  final ByteBuf octets;
  private Decoded.@Nullable Refused refused;

  Reading(ByteBuf octets) {
    this.octets = octets;
  }

  /** Notes the reason, and returns null in the name of the packet that there is not. */
  <T> @Nullable T refuse(Refusal reason, String detail) {
    refused = new Decoded.Refused(reason, detail);
    return null;
  }

  /** Notes a checksum that does not fit. */
  <T> @Nullable T refuseChecksum(Refusal reason, int stored, long sum) {
    // The stored value is part of the sum; taking it out again is adding its complement.
    int expected = InternetChecksum.complement(sum + (~stored & 0xffff));
    return refuse(reason, "checksum 0x%04x, expected 0x%04x".formatted(stored, expected));
  }

  /** Notes a piece that ends before it should. */
  <T> @Nullable T refuseShort(Refusal reason, int octetsThere, int octetsNeeded) {
    return refuse(reason, octetsThere + " octets of at least " + octetsNeeded);
  }

  Decoded.Refused refused() {
    return Objects.requireNonNull(refused, "a codec returned null without a reason");
  }
}
