package io.vrrplab.wire;

/** A message of IGMP (RFC 3376). Its checksum is not kept: encoding computes it. */
public sealed interface IgmpPacket extends IpPayload permits IgmpReport, IgmpQuery, IgmpOther {

  int PROTOCOL = 2;

  /** The first octet, 0 to 255. */
  int type();

  @Override
  default int protocol() {
    return PROTOCOL;
  }
}
