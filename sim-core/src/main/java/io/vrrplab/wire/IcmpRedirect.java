package io.vrrplab.wire;

/**
 * Redirect to a better first hop (RFC 792); a virtual router sends it from the address its host
 * used (RFC 9568 8.1.1).
 *
 * @param code 0 for a network, 1 for a host, 2 and 3 likewise by type of service
 * @param gateway the better first hop
 * @param original header and first octets of the packet that took the detour
 */
public record IcmpRedirect(int code, Ipv4Address gateway, Octets original) implements IcmpPacket {

  public static final int CODE_HOST = 1;

  static final int TYPE = 5;

  public IcmpRedirect {
    FieldWidth.check("code", code, 8);
  }

  @Override
  public int type() {
    return TYPE;
  }
}
