package io.vrrplab.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An option of neighbour discovery (RFC 4861 4.6). */
public sealed interface NeighborOption {

  /** The first octet, 0 to 255. */
  int type();

  /**
   * Where the sender is.
   *
   * @param mac its hardware address
   */
  record SourceLinkLayer(MacAddress mac) implements NeighborOption {

    static final int TYPE = 1;

    @Override
    public int type() {
      return TYPE;
    }
  }

  /**
   * Where the target is.
   *
   * @param mac its hardware address
   */
  record TargetLinkLayer(MacAddress mac) implements NeighborOption {

    static final int TYPE = 2;

    @Override
    public int type() {
      return TYPE;
    }
  }

  /**
   * An option that this room does not read.
   *
   * @param type 0 to 255
   * @param body what follows type and length: a multiple of 8 octets plus 6
   */
  record Other(int type, Octets body) implements NeighborOption {

    private static final int MAX_BODY = 255 * 8 - 2;

    public Other {
      FieldWidth.check("option type", type, 8);
      if (body.length() % 8 != 6 || body.length() > MAX_BODY) {
        throw new IllegalArgumentException(
            "option body of " + body.length() + " octets: not 8n + 6 up to " + MAX_BODY);
      }
    }
  }

  /** The first source link-layer address among options, or null. */
  static @Nullable MacAddress sourceMac(List<NeighborOption> options) {
    for (NeighborOption option : options) {
      if (option instanceof SourceLinkLayer(MacAddress mac)) {
        return mac;
      }
    }
    return null;
  }

  /** The first target link-layer address among options, or null. */
  static @Nullable MacAddress targetMac(List<NeighborOption> options) {
    for (NeighborOption option : options) {
      if (option instanceof TargetLinkLayer(MacAddress mac)) {
        return mac;
      }
    }
    return null;
  }
}
