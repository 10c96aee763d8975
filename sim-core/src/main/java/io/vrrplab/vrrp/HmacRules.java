package io.vrrplab.vrrp;

import io.vrrplab.wire.Octets;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * How adverts are authenticated by a trailer, as keepalived's {@code auth_hmac} from 2.4 on has it.
 *
 * @param keys by their ids, 1 to 255
 * @param activeKey the id of the key that signs, one of them
 * @param mode who signs and what is taken
 * @param windowSeconds how far a sender's clock may be from the own one, 1 to 300; 0: as far as it
 *     likes ({@code anti_replay monotonic})
 */
public record HmacRules(
    SequencedMap<Integer, Octets> keys, int activeKey, Mode mode, int windowSeconds) {

  /** What a virtual router does with trailers; the two steps of a migration, and its end. */
  public enum Mode {
    /** It has none, and judges those of others. */
    RECEIVE_ONLY,
    /** It has one, and takes adverts that have none. */
    PERMISSIVE,
    /** It has one, and takes no advert that has none. */
    ENFORCE
  }

  public HmacRules {
    keys = new LinkedHashMap<>(keys);
    Checks.range("window (s)", windowSeconds, 0, 300);
    if (!keys.containsKey(activeKey)) {
      throw new IllegalArgumentException("there is no key " + activeKey);
    }
  }

  /** Whether a trailer is sent. */
  public boolean signs() {
    return mode != Mode.RECEIVE_ONLY;
  }

  /** Whether the clock of a sender matters. */
  boolean isTimed() {
    return windowSeconds > 0;
  }
}
