package io.vrrplab.wire;

/**
 * A query of MLD version 2 (RFC 3810 5.1); one of version 1 is an {@link Icmpv6Other}.
 *
 * @param maxResponseCode 0 to 65535: below 32768 milliseconds, above a floating-point number
 * @param group the group asked for; {@code ::} asks for all
 * @param details what else it says
 */
public record MldQuery(int maxResponseCode, Ipv6Address group, Details details)
    implements Icmpv6Packet, GroupQuery {

  static final int TYPE = 130;

  private static final int FLOATING_POINT = 0x8000;

  public MldQuery {
    FieldWidth.check("max response code", maxResponseCode, 16);
    details.check(Ipv6Codec.ADDRESS_OCTETS);
  }

  /** The question for all groups, to be answered within 10 s (RFC 3810 9.3). */
  public static MldQuery general() {
    return new MldQuery(10_000, Ipv6Address.ANY, Details.DEFAULT);
  }

  @Override
  public int type() {
    return TYPE;
  }

  @Override
  public int maxResponseMillis() {
    return maxResponseCode < FLOATING_POINT
        ? maxResponseCode
        : (maxResponseCode & 0x0fff | 0x1000) << (maxResponseCode >> 12 & 0x07) + 3;
  }
}
