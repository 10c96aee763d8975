package io.vrrplab.capture;

import io.vrrplab.wire.Frame;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes the pcapng format (draft-ietf-opsawg-pcapng): one section, Ethernet interfaces, time
 * stamps in nanoseconds since the start of the run. Little-endian on every machine.
 */
final class PcapngWriter {

  private static final int SECTION_HEADER_BLOCK = 0x0a0d0d0a;
  private static final int INTERFACE_DESCRIPTION_BLOCK = 1;
  private static final int ENHANCED_PACKET_BLOCK = 6;
  private static final int BYTE_ORDER_MAGIC = 0x1a2b3c4d;
  private static final int LINK_TYPE_ETHERNET = 1;
  private static final int END_OF_OPTIONS = 0;
  private static final int COMMENT = 1;
  private static final int INTERFACE_NAME = 2;
  private static final int USER_APPLICATION = 4;
  private static final int TIME_RESOLUTION = 9;
  private static final byte NANOSECONDS = 9;

  /** What an option's 16-bit length can say, less a little. */
  private static final int LONGEST_COMMENT = 60_000;

  private final OutputStream out;

  PcapngWriter(OutputStream out) {
    this.out = out;
  }

  /** Writes the section header; comes first. */
  void section() throws IOException {
    Body body = new Body();
    body.putInt(BYTE_ORDER_MAGIC).putShort(1).putShort(0).putInt(-1).putInt(-1);
    body.putText(USER_APPLICATION, "VRRPLab").putEndOfOptions();
    block(SECTION_HEADER_BLOCK, body);
  }

  /** Describes an interface; the first one has number 0. */
  void describeInterface(String name) throws IOException {
    Body body = new Body();
    body.putShort(LINK_TYPE_ETHERNET).putShort(0).putInt(0);
    body.putText(INTERFACE_NAME, name);
    body.putOption(TIME_RESOLUTION, new byte[] {NANOSECONDS}).putEndOfOptions();
    block(INTERFACE_DESCRIPTION_BLOCK, body);
  }

  /**
   * Writes a frame.
   *
   * @param interfaceNumber where it entered the wire
   * @param atNanos when
   * @param comments each becomes a comment of its own
   */
  void packet(int interfaceNumber, long atNanos, Frame frame, List<String> comments)
      throws IOException {
    Body body = new Body();
    body.putInt(interfaceNumber).putInt((int) (atNanos >>> 32)).putInt((int) atNanos);
    body.putInt(frame.length()).putInt(frame.length());
    byte[] octets = new byte[frame.length()];
    frame.octets().getBytes(0, octets);
    body.putPadded(octets);
    if (!comments.isEmpty()) {
      for (String comment : comments) {
        body.putText(COMMENT, comment);
      }
      body.putEndOfOptions();
    }
    block(ENHANCED_PACKET_BLOCK, body);
  }

  private void block(int type, Body body) throws IOException {
    byte[] content = body.bytes.toByteArray();
    int total = content.length + 12;
    out.write(new Body().putInt(type).putInt(total).bytes.toByteArray());
    out.write(content);
    out.write(new Body().putInt(total).bytes.toByteArray());
  }

  /** The body of a block as it grows. */
  private static final class Body {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);

    Body putInt(int value) {
      bytes.writeBytes(littleEndian(4).putInt(value).array());
      return this;
    }

    Body putShort(int value) {
      bytes.writeBytes(littleEndian(2).putShort((short) value).array());
      return this;
    }

    Body putPadded(byte[] content) {
      bytes.writeBytes(content);
      bytes.writeBytes(new byte[-content.length & 3]);
      return this;
    }

    Body putOption(int code, byte[] content) {
      return putShort(code).putShort(content.length).putPadded(content);
    }

    Body putText(int code, String text) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      if (utf8.length > LONGEST_COMMENT) {
        throw new IllegalArgumentException("a text of " + utf8.length + " octets is too long");
      }
      return putOption(code, utf8);
    }

    Body putEndOfOptions() {
      return putShort(END_OF_OPTIONS).putShort(0);
    }

    private static ByteBuffer littleEndian(int length) {
      return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
  }
}
