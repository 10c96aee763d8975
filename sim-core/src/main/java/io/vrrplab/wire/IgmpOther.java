package io.vrrplab.wire;

/**
 * Any other IGMP message, such as a report of version 2 (0x16), or a query of it (0x11).
 *
 * @param type 0 to 255
 * @param maxResponse the second octet, 0 to 255
 * @param body what follows the checksum: four octets or more
 */
public record IgmpOther(int type, int maxResponse, Octets body) implements IgmpPacket {

  public IgmpOther {
    FieldWidth.check("type", type, 8);
    FieldWidth.check("max response", maxResponse, 8);
    if (body.length() < 4) {
      throw new IllegalArgumentException("IGMP body of " + body.length() + " octets, not 4");
    }
  }
}
