package io.vrrplab.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An Ethernet frame as it stands on the wire. It is encoded once and shared by all who hear it; the
 * first who asks what it means has it decoded, from its octets and nothing else. Two frames are
 * equal if their octets are.
 */
public final class Frame {

  /** The shortest frame that Ethernet carries, without the check sequence (IEEE 802.3 3.2.8). */
  public static final int MIN_PADDED_LENGTH = 60;

  private final ByteBuf octets;
  private final long destinationBits;
  private final long sourceBits;
  private @Nullable Decoded decoded;

  private Frame(ByteBuf octets) {
    this.octets = octets;
    boolean whole = octets.writerIndex() >= EthernetCodec.HEADER;
    this.destinationBits = whole ? EthernetCodec.macBits(octets, 0) : 0;
    this.sourceBits = whole ? EthernetCodec.macBits(octets, EthernetCodec.SOURCE) : 0;
  }

  /**
   * Encodes a frame, without padding: that is added by hardware on the way out.
   *
   * @throws IllegalArgumentException if a part is longer than its length field can say, or an
   *     advert lists addresses of the other family
   */
  public static Frame of(EthernetFrame frame) {
    return new Frame(EthernetCodec.encode(frame));
  }

  /** Takes a copy of octets from elsewhere, well-formed or not. */
  public static Frame ofBytes(byte[] bytes) {
    return new Frame(Unpooled.wrappedBuffer(bytes.clone()));
  }

  /** Takes a copy of a buffer's readable octets; the buffer's indexes stay where they are. */
  public static Frame ofBytes(ByteBuf bytes) {
    return new Frame(Unpooled.wrappedBuffer(ByteBufUtil.getBytes(bytes)));
  }

  /**
   * The destination address as {@link MacAddress#bits}, 0 if the frame is too short to have one.
   */
  public long destinationBits() {
    return destinationBits;
  }

  /** The source address as {@link MacAddress#bits}, 0 if the frame is too short to have one. */
  public long sourceBits() {
    return sourceBits;
  }

  /** Number of octets, without preamble and frame check sequence. */
  public int length() {
    return octets.writerIndex();
  }

  /** A view that can be read and not written; its indexes are the caller's own. */
  public ByteBuf octets() {
    return octets.asReadOnly();
  }

  /** What the octets mean; worked out at the first call. Not safe for use by several threads. */
  public Decoded decoded() {
    Decoded known = decoded;
    if (known == null) {
      known = EthernetCodec.decode(octets);
      decoded = known;
    }
    return known;
  }

  /** The same frame, zeroes appended up to the shortest length that Ethernet carries. */
  public Frame padded() {
    return length() >= MIN_PADDED_LENGTH
        ? this
        : new Frame(
            Unpooled.wrappedBuffer(Arrays.copyOf(ByteBufUtil.getBytes(octets), MIN_PADDED_LENGTH)));
  }

  /**
   * The same frame, spoiled on its way by one bit.
   *
   * @param bit 0 for the highest bit of the first octet
   * @throws IndexOutOfBoundsException if the frame has no such bit
   */
  public Frame withFlippedBit(int bit) {
    Objects.checkIndex(bit, length() * Byte.SIZE);
    byte[] spoiled = ByteBufUtil.getBytes(octets);
    spoiled[bit / Byte.SIZE] ^= (byte) (0x80 >>> bit % Byte.SIZE);
    return new Frame(Unpooled.wrappedBuffer(spoiled));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Frame that && octets.equals(that.octets);
  }

  @Override
  public int hashCode() {
    return octets.hashCode();
  }

  /** The octets in hex, without separators. */
  @Override
  public String toString() {
    return ByteBufUtil.hexDump(octets);
  }
}
