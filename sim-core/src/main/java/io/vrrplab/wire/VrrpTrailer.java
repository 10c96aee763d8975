package io.vrrplab.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The octets by which keepalived 2.4 authenticates an advert ({@code auth_hmac}); no RFC knows of
 * them. They stand behind all that the message announces, and over IPv4 its checksum leaves them
 * out.
 *
 * @param type how it is signed; 1: HMAC-SHA-256, the first 128 bits
 * @param keyId which key, 0 to 255
 * @param reserved sent as 0
 * @param sequence what grows from advert to advert: seconds since 1970 in the high 32 bits,
 *     65536ths of a second in the next 16, a counter in the low 16
 * @param hmac 16 octets
 */
public record VrrpTrailer(int type, int keyId, int reserved, long sequence, Octets hmac) {

  /** How many there are. */
  public static final int OCTETS = 28;

  /** The only type that there is. */
  public static final int HMAC_SHA_256 = 1;

  private static final int SIGNED_OCTETS = 12;
  private static final int HMAC_OCTETS = 16;
  private static final int PSEUDO_HEADER_OCTETS = 20;
  private static final int SEQUENCE = 4;

  public VrrpTrailer {
    FieldWidth.check("type", type, 8);
    FieldWidth.check("key", keyId, 8);
    FieldWidth.check("reserved", reserved, 16);
    if (hmac.length() != HMAC_OCTETS) {
      throw new IllegalArgumentException("an HMAC has 16 octets here, not " + hmac.length());
    }
  }

  /**
   * Reads what stands behind the message.
   *
   * @param surplus 28 octets
   * @throws IllegalArgumentException if it has another length
   */
  public static VrrpTrailer read(Octets surplus) {
    if (surplus.length() != OCTETS) {
      throw new IllegalArgumentException("a trailer has 28 octets, not " + surplus.length());
    }
    return new VrrpTrailer(
        surplus.at(0),
        surplus.at(1),
        surplus.at(2) << Byte.SIZE | surplus.at(3),
        surplus.longAt(SEQUENCE),
        surplus.from(SIGNED_OCTETS));
  }

  /**
   * Signs a message.
   *
   * @param packet version 2 or 3, without a trailer; its checksum does not count
   * @param source from which it is sent
   */
  public static VrrpTrailer sign(
      VrrpPacket packet, IpAddress source, int keyId, Octets key, long sequence) {
    VrrpTrailer unsigned =
        new VrrpTrailer(HMAC_SHA_256, keyId, 0, sequence, Octets.zeroes(HMAC_OCTETS));
    return new VrrpTrailer(
        HMAC_SHA_256, keyId, 0, sequence, unsigned.expected(packet, source, key));
  }

  /** Whether it was signed with a key; see {@link #sign} for the other parameters. */
  public boolean isOf(VrrpPacket packet, IpAddress source, Octets key) {
    return hmac.equals(expected(packet, source, key));
  }

  /** As it stands behind a message. */
  public Octets octets() {
    return Octets.of(ByteBuffer.allocate(OCTETS).put(signedPart()).put(hmac.toByteArray()).array());
  }

  private byte[] signedPart() {
    return ByteBuffer.allocate(SIGNED_OCTETS)
        .put((byte) type)
        .put((byte) keyId)
        .putShort((short) reserved)
        .putLong(sequence)
        .array();
  }

  /** Over a header of its own, the message without checksum, and this without the HMAC. */
  private Octets expected(VrrpPacket packet, IpAddress source, Octets key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.toByteArray(), "HmacSHA256"));
      mac.update(pseudoHeader(packet, source));
      mac.update(withoutChecksum(packet, source));
      mac.update(signedPart());
      mac.update(new byte[HMAC_OCTETS]);
      return Octets.of(Arrays.copyOf(mac.doFinal(), HMAC_OCTETS));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA-256", e);
    }
  }

  private static byte[] pseudoHeader(VrrpPacket packet, IpAddress source) {
    ByteBuffer header =
        ByteBuffer.allocate(PSEUDO_HEADER_OCTETS)
            .put((byte) (source instanceof Ipv6Address ? 6 : 4))
            .put((byte) packet.version())
            .put((byte) packet.virtualRouterId())
            .put((byte) 0);
    switch (source) {
      case Ipv4Address v4 -> header.putInt(v4.bits());
      case Ipv6Address(long high, long low) -> header.putLong(high).putLong(low);
    }
    return header.array();
  }

  private static byte[] withoutChecksum(VrrpPacket packet, IpAddress source) {
    VrrpPacket plain =
        switch (packet) {
          case VrrpV2Packet v2 -> v2.withSurplus(Octets.EMPTY).withChecksum(0);
          case VrrpV3Packet v3 -> v3.withSurplus(Octets.EMPTY).withChecksum(0);
          case VrrpUndecodable broken -> broken;
        };
    byte[] octets = new byte[VrrpCodec.length(plain, source.width() / Byte.SIZE)];
    ByteBuf out = Unpooled.wrappedBuffer(octets);
    VrrpCodec.write(out, 0, plain);
    return octets;
  }
}
