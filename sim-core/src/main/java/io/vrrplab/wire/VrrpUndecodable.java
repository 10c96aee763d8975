package io.vrrplab.wire;

import io.netty.buffer.ByteBuf;
import java.util.List;

/**
 * A VRRP message of an unknown version, or one shorter than what it announces. The octets that are
 * there can be read; those that are not read as 0.
 *
 * @param octets the message, unread
 */
public record VrrpUndecodable(ByteBuf octets) implements VrrpPacket {

  @Override
  public int version() {
    return octet(0) >>> 4;
  }

  @Override
  public int type() {
    return octet(0) & 0xf;
  }

  @Override
  public int virtualRouterId() {
    return octet(1);
  }

  @Override
  public int priority() {
    return octet(2);
  }

  @Override
  public int checksum() {
    return octet(6) << 8 | octet(7);
  }

  @Override
  public List<IpAddress> addresses() {
    return List.of();
  }

  private int octet(int index) {
    return index < octets.readableBytes()
        ? octets.getUnsignedByte(octets.readerIndex() + index)
        : 0;
  }
}
