package io.vrrplab.vrrp;

import java.nio.charset.StandardCharsets;

/**
 * The authentication of a version 2 virtual router. RFC 3768 5.3.6 knows type 0 only; keepalived
 * still offers the simple password of RFC 2338 5.3.6.
 *
 * @param type 0 none, 1 simple text password
 * @param data the eight octets of the trailer, first octet highest
 */
public record Authentication(int type, long data) {

  /** Type 0: the trailer is sent as zero and ignored on receipt (RFC 3768 5.3.10). */
  public static final Authentication NONE = new Authentication(0, 0);

  private static final int TRAILER_OCTETS = 8;

  public Authentication {
    if (type != 0 && type != 1) {
      throw new IllegalArgumentException("authentication type must be 0 or 1, not " + type);
    }
  }

  /** A password: its first eight octets count, a shorter one is filled with zeroes. */
  public static Authentication simplePassword(String password) {
    byte[] octets = password.getBytes(StandardCharsets.UTF_8);
    long data = 0;
    for (int i = 0; i < TRAILER_OCTETS; i++) {
      data = data << 8 | (i < octets.length ? octets[i] & 0xff : 0);
    }
    return new Authentication(1, data);
  }
}
