package io.vrrplab.wire;

/**
 * A payload that this room does not read, padding included. Encoding writes any ethertype as told,
 * which lets a test put malformed octets under a known one; decoding gives this record for unknown
 * ones only.
 *
 * @param etherType the ethertype; below 0x0600 it is the length field of IEEE 802.3
 * @param octets all that follows the ethertype
 */
public record OpaqueEthernetPayload(int etherType, Octets octets) implements EthernetPayload {

  public OpaqueEthernetPayload {
    FieldWidth.check("ethertype", etherType, 16);
  }
}
