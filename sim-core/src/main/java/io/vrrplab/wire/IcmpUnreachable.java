package io.vrrplab.wire;

/**
 * Destination unreachable (RFC 792).
 *
 * @param code 0 network, 1 host, 2 protocol, 3 port, 4 fragmentation needed, …
 * @param nextHopMtu octets 6 and 7, of meaning for code 4 (RFC 1191 4), otherwise 0
 * @param original header and first octets of the packet that was dropped
 */
public record IcmpUnreachable(int code, int nextHopMtu, Octets original) implements IcmpPacket {

  public static final int CODE_NETWORK = 0;
  public static final int CODE_HOST = 1;
  public static final int CODE_PORT = 3;

  static final int TYPE = 3;

  public IcmpUnreachable {
    FieldWidth.check("code", code, 8);
    FieldWidth.check("next-hop MTU", nextHopMtu, 16);
  }

  @Override
  public int type() {
    return TYPE;
  }
}
