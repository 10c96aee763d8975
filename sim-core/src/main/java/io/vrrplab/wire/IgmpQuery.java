package io.vrrplab.wire;

/**
 * A query of IGMP version 3 (RFC 3376 4.1); one of the older versions is an {@link IgmpOther}.
 *
 * @param maxResponseCode 0 to 255: below 128 in tenths of a second, above a floating-point number
 * @param group the group asked for; 0.0.0.0 asks for all
 * @param details what else it says
 */
public record IgmpQuery(int maxResponseCode, Ipv4Address group, Details details)
    implements IgmpPacket, GroupQuery {

  static final int TYPE = 0x11;

  private static final int MILLIS_PER_UNIT = 100;
  private static final int FLOATING_POINT = 0x80;

  public IgmpQuery {
    FieldWidth.check("max response code", maxResponseCode, 8);
    details.check(Ipv4Codec.ADDRESS_OCTETS);
  }

  /** The question for all groups, to be answered within 10 s (RFC 3376 8.3). */
  public static IgmpQuery general() {
    return new IgmpQuery(100, Ipv4Address.ANY, Details.DEFAULT);
  }

  @Override
  public int type() {
    return TYPE;
  }

  @Override
  public int maxResponseMillis() {
    int units =
        maxResponseCode < FLOATING_POINT
            ? maxResponseCode
            : (maxResponseCode & 0x0f | 0x10) << (maxResponseCode >> 4 & 0x07) + 3;
    return units * MILLIS_PER_UNIT;
  }
}
