package io.vrrplab.wire;

/**
 * A payload that this room does not read, such as the IP Authentication Header (51) around an
 * advert of RFC 2338. Encoding writes any protocol number as told; decoding gives this record for
 * unknown ones only.
 *
 * @param protocol protocol number or next header, 0 to 255
 * @param octets all that the IP packet carries
 */
public record OpaqueIpPayload(int protocol, Octets octets) implements IpPayload {

  public OpaqueIpPayload {
    FieldWidth.check("protocol", protocol, 8);
  }
}
