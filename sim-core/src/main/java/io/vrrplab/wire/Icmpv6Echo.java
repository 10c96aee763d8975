package io.vrrplab.wire;

/**
 * A ping or its answer (RFC 4443 4).
 *
 * @param reply whether it is the answer
 * @param identifier tells the flows of a host apart, 0 to 65535
 * @param sequence tells the pings of a flow apart, 0 to 65535
 * @param data what the answer repeats
 */
public record Icmpv6Echo(boolean reply, int identifier, int sequence, Octets data)
    implements Icmpv6Packet {

  static final int TYPE_REQUEST = 128;
  static final int TYPE_REPLY = 129;

  public Icmpv6Echo {
    FieldWidth.check("identifier", identifier, 16);
    FieldWidth.check("sequence", sequence, 16);
  }

  public static Icmpv6Echo request(int identifier, int sequence, Octets data) {
    return new Icmpv6Echo(false, identifier, sequence, data);
  }

  /** The answer to this request: the same in everything else. */
  public Icmpv6Echo answer() {
    return new Icmpv6Echo(true, identifier, sequence, data);
  }

  @Override
  public int type() {
    return reply ? TYPE_REPLY : TYPE_REQUEST;
  }
}
