package io.vrrplab.wire;

/**
 * Any other ICMPv6 message, and one of a known type with a code that nobody defined.
 *
 * @param type 0 to 255
 * @param code 0 to 255
 * @param body what follows the checksum: four octets or more
 */
public record Icmpv6Other(int type, int code, Octets body) implements Icmpv6Packet {

  public Icmpv6Other {
    FieldWidth.check("type", type, 8);
    FieldWidth.check("code", code, 8);
    if (body.length() < 4) {
      throw new IllegalArgumentException("ICMPv6 body of " + body.length() + " octets, not 4");
    }
  }
}
