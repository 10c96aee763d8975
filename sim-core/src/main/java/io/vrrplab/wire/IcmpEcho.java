package io.vrrplab.wire;

/**
 * A ping or its answer (RFC 792).
 *
 * @param reply whether it is the answer
 * @param identifier tells the flows of a host apart, 0 to 65535
 * @param sequence tells the pings of a flow apart, 0 to 65535
 * @param data what the answer repeats
 */
public record IcmpEcho(boolean reply, int identifier, int sequence, Octets data)
    implements IcmpPacket {

  static final int TYPE_REPLY = 0;
  static final int TYPE_REQUEST = 8;

  public IcmpEcho {
    FieldWidth.check("identifier", identifier, 16);
    FieldWidth.check("sequence", sequence, 16);
  }

  public static IcmpEcho request(int identifier, int sequence, Octets data) {
    return new IcmpEcho(false, identifier, sequence, data);
  }

  /** The answer to this request: the same in everything else. */
  public IcmpEcho answer() {
    return new IcmpEcho(true, identifier, sequence, data);
  }

  @Override
  public int type() {
    return reply ? TYPE_REPLY : TYPE_REQUEST;
  }

  @Override
  public int code() {
    return 0;
  }
}
