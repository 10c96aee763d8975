package io.vrrplab.wire;

import io.netty.buffer.ByteBuf;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The end of a query, from the group on, which IGMPv3 (RFC 3376 4.1) and MLDv2 (RFC 3810 5.1) lay
 * out alike but for the width of an address. Reserved bits are ignored, and octets behind the last
 * source, as both RFCs ask.
 */
final class GroupQueryCodec {

  private static final int FLAGS = 0;
  private static final int INTERVAL = 1;
  private static final int SOURCES = 2;
  private static final int HEADER = 4;
  private static final int SUPPRESS = 0x08;
  private static final int ROBUSTNESS = 0x07;

  private GroupQueryCodec() {}

  /** The fewest octets from the group on; older versions end with the group. */
  static int minLength(int addressOctets) {
    return addressOctets + HEADER;
  }

  static int length(GroupQuery query, int addressOctets) {
    return minLength(addressOctets) + query.details().sources().size() * addressOctets;
  }

  static void write(ByteBuf out, int from, GroupQuery query) {
    GroupQuery.Details details = query.details();
    int at = AddressCodec.write(out, from, query.group());
    out.setByte(at + FLAGS, details.robustness() | (details.suppress() ? SUPPRESS : 0));
    out.setByte(at + INTERVAL, details.intervalCode());
    out.setShort(at + SOURCES, details.sources().size());
    at += HEADER;
    for (IpAddress source : details.sources()) {
      at = AddressCodec.write(out, at, source);
    }
  }

  /** Reads what follows the group; null, with a reason, if there are fewer sources than said. */
  static GroupQuery.@Nullable Details read(
      Reading in, int from, int end, int addressOctets, Refusal refusal) {
    int at = from + addressOctets;
    int count = in.octets.getUnsignedShort(at + SOURCES);
    if (end - at - HEADER < count * addressOctets) {
      return in.refuse(refusal, "fewer than " + count + " sources");
    }
    int flags = in.octets.getUnsignedByte(at + FLAGS);
    List<IpAddress> sources = AddressCodec.readList(in.octets, at + HEADER, count, addressOctets);
    return new GroupQuery.Details(
        (flags & SUPPRESS) != 0,
        flags & ROBUSTNESS,
        in.octets.getUnsignedByte(at + INTERVAL),
        sources);
  }
}
