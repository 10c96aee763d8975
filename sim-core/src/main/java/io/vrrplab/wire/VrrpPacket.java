package io.vrrplab.wire;

import java.util.List;

/**
 * A VRRP message as its octets say, before anybody judges it. Versions and types nobody defined
 * survive decoding; a message too short for what it announces is {@link VrrpUndecodable}.
 */
public sealed interface VrrpPacket extends IpPayload
    permits VrrpV2Packet, VrrpV3Packet, VrrpUndecodable {

  /** The protocol number, the same in both families (RFC 9568 5.1.1.4, 5.1.2.4). */
  int PROTOCOL = 112;

  /** Type 1, ADVERTISEMENT: the only one that the RFCs define (RFC 9568 5.2.2). */
  int ADVERTISEMENT = 1;

  /** The priority with which a Master gives up its role (RFC 9568 5.2.4). */
  int PRIORITY_RELEASE = 0;

  /** The priority of the router that owns the virtual addresses (RFC 9568 5.2.4). */
  int PRIORITY_OWNER = 255;

  /** The four high bits of the first octet, 0 to 15. */
  int version();

  /** The four low bits of the first octet, 0 to 15. */
  int type();

  /** The second octet, 0 to 255. */
  int virtualRouterId();

  /** The third octet, 0 to 255. */
  int priority();

  /** The checksum as it stands in the message, right or wrong, 0 to 65535. */
  int checksum();

  /** The addresses listed, as many as the count field says. */
  List<? extends IpAddress> addresses();

  /** Octets beyond those announced; they are part of the message that the checksum covers. */
  Octets surplus();

  @Override
  default int protocol() {
    return PROTOCOL;
  }
}
