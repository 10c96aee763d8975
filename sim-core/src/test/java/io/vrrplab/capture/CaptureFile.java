package io.vrrplab.capture;

import io.vrrplab.wire.Frame;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** A pcapng file read back by the letter of draft-ietf-opsawg-pcapng, for tests. */
record CaptureFile(List<Interface> interfaces, List<Packet> packets) {

  /** An Interface Description Block (4.2). */
  record Interface(int linkType, String name, int timeResolution) {}

  /** An Enhanced Packet Block (4.3). */
  record Packet(int interfaceNumber, long atNanos, Frame frame, List<String> comments) {}

  static CaptureFile of(CaptureRecorder recorder) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    recorder.writeTo(out);
    return read(out.toByteArray());
  }

  private static CaptureFile read(byte[] file) {
    CaptureFile result = new CaptureFile(new ArrayList<>(), new ArrayList<>());
    ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    boolean first = true;
    while (in.hasRemaining()) {
      int start = in.position();
      int type = in.getInt();
      int total = in.getInt();
      check(total % 4 == 0 && in.getInt(start + total - 4) == total, "lengths of a block");
      check(first == (type == 0x0a0d0d0a), "the section header comes first, and once");
      first = false;
      ByteBuffer body = in.slice(start + 8, total - 12).order(ByteOrder.LITTLE_ENDIAN);
      switch (type) {
        case 0x0a0d0d0a -> {
          check(body.getInt() == 0x1a2b3c4d, "byte order magic");
          check(body.getShort() == 1 && body.getShort() == 0, "version 1.0");
          check(body.getLong() == -1, "length of the section not given");
          options(body);
        }
        case 1 -> result.interfaces.add(description(body));
        case 6 -> result.packets.add(packet(body));
        default -> throw new AssertionError("block type " + type);
      }
      check(!body.hasRemaining(), "nothing after the options");
      in.position(start + total);
    }
    return result;
  }

  private static Interface description(ByteBuffer body) {
    int linkType = body.getShort();
    body.getShort();
    check(body.getInt() == 0, "no limit on the length of packets");
    SequencedMap<Integer, List<byte[]>> options = options(body);
    return new Interface(linkType, text(only(options, 2)), only(options, 9)[0]);
  }

  private static byte[] only(SequencedMap<Integer, List<byte[]>> options, int code) {
    List<byte[]> values = options.getOrDefault(code, List.of());
    check(values.size() == 1, "option " + code + " stands once");
    return values.getFirst();
  }

  private static Packet packet(ByteBuffer body) {
    int number = body.getInt();
    long high = body.getInt() & 0xffff_ffffL;
    long low = body.getInt() & 0xffff_ffffL;
    byte[] octets = new byte[body.getInt()];
    check(body.getInt() == octets.length, "captured in full");
    body.get(octets);
    body.position(body.position() + (-octets.length & 3));
    List<String> comments =
        options(body).getOrDefault(1, List.of()).stream().map(CaptureFile::text).toList();
    return new Packet(number, high << 32 | low, Frame.ofBytes(octets), comments);
  }

  private static SequencedMap<Integer, List<byte[]>> options(ByteBuffer body) {
    SequencedMap<Integer, List<byte[]>> options = new LinkedHashMap<>();
    while (body.hasRemaining()) {
      int code = body.getShort();
      byte[] value = new byte[body.getShort()];
      body.get(value);
      body.position(body.position() + (-value.length & 3));
      if (code == 0) {
        return options;
      }
      options.computeIfAbsent(code, _ -> new ArrayList<>()).add(value);
    }
    check(options.isEmpty(), "options end with opt_endofopt");
    return options;
  }

  private static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }

  private static void check(boolean holds, String rule) {
    if (!holds) {
      throw new AssertionError("pcapng: " + rule);
    }
  }
}
