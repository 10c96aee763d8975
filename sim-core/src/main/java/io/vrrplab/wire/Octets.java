package io.vrrplab.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.HexFormat;

/**
 * A run of octets that never changes. One that came out of a frame is a window on that frame's
 * bytes, not a copy. Two are equal if they hold the same octets.
 */
public final class Octets {

  /** No octets at all. */
  public static final Octets EMPTY = new Octets(Unpooled.EMPTY_BUFFER, 0, 0);

  private final ByteBuf buffer;
  private final int from;
  private final int length;

  private Octets(ByteBuf buffer, int from, int length) {
    this.buffer = buffer;
    this.from = from;
    this.length = length;
  }

  /** Copies the bytes given. */
  public static Octets of(byte... bytes) {
    return window(Unpooled.wrappedBuffer(bytes.clone()), 0, bytes.length);
  }

  /** Makes that many octets, all zero. */
  public static Octets zeroes(int length) {
    return window(Unpooled.wrappedBuffer(new byte[length]), 0, length);
  }

  /**
   * Reads pairs of hex digits; white space between pairs is skipped.
   *
   * @throws IllegalArgumentException if anything else stands in the text
   */
  public static Octets ofHex(String text) {
    return of(HexFormat.of().parseHex(text.replaceAll("\\s+", "")));
  }

  /** Copies the readable bytes of a buffer, whose indexes stay where they are. */
  public static Octets copyOf(ByteBuf readable) {
    byte[] bytes = ByteBufUtil.getBytes(readable);
    return window(Unpooled.wrappedBuffer(bytes), 0, bytes.length);
  }

  /** A window on a buffer that nobody writes to any more. */
  static Octets window(ByteBuf buffer, int from, int to) {
    return from == to ? EMPTY : new Octets(buffer, from, to - from);
  }

  public int length() {
    return length;
  }

  public boolean isEmpty() {
    return length == 0;
  }

  /**
   * Gives one octet, 0 to 255.
   *
   * @throws IndexOutOfBoundsException if there is none at that index
   */
  public int at(int index) {
    return buffer.getUnsignedByte(from + checked(index, 1));
  }

  /**
   * Gives four octets as a number, first octet highest.
   *
   * @throws IndexOutOfBoundsException if fewer than four stand from that index on
   */
  public int intAt(int index) {
    return buffer.getInt(from + checked(index, Integer.BYTES));
  }

  /**
   * Gives eight octets as a number, first octet highest.
   *
   * @throws IndexOutOfBoundsException if fewer than eight stand from that index on
   */
  public long longAt(int index) {
    return buffer.getLong(from + checked(index, Long.BYTES));
  }

  /**
   * The octets from an index on, without copying them.
   *
   * @throws IndexOutOfBoundsException if the index is behind the end
   */
  public Octets from(int index) {
    return window(buffer, from + checked(index, 0), from + length);
  }

  /** Gives a fresh copy. */
  public byte[] toByteArray() {
    return ByteBufUtil.getBytes(buffer, from, length);
  }

  void writeTo(ByteBuf out, int at) {
    out.setBytes(at, buffer, from, length);
  }

  long checksumSum() {
    return InternetChecksum.sum(buffer, from, from + length);
  }

  private int checked(int index, int width) {
    if (index < 0 || index > length - width) {
      throw new IndexOutOfBoundsException(
          width + " octets at " + index + " of " + length + " octets");
    }
    return index;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Octets that
        && length == that.length
        && ByteBufUtil.equals(buffer, from, that.buffer, that.from, length);
  }

  @Override
  public int hashCode() {
    int hash = 1;
    for (int i = 0; i < length; i++) {
      hash = 31 * hash + buffer.getByte(from + i);
    }
    return hash;
  }

  /** The octets in hex, without separators. */
  @Override
  public String toString() {
    return ByteBufUtil.hexDump(buffer, from, length);
  }
}
