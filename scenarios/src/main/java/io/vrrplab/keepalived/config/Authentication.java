package io.vrrplab.keepalived.config;

import io.vrrplab.vrrp.HmacRules;
import java.util.Optional;

/**
 * How adverts are authenticated: by a field of version 2, or by a trailer.
 *
 * @param type what the adverts of version 2 carry
 * @param password in effect: 1 to 8 characters, empty without authentication
 * @param written the password as it stands in the file, of any length
 * @param hmac the trailer of 2.4; with it the type is NONE
 */
public record Authentication(Type type, String password, String written, Optional<HmacRules> hmac) {

  /** No authentication. */
  public static final Authentication NONE = new Authentication(Type.NONE, "", "", Optional.empty());

  /** By a field alone. */
  public static Authentication of(Type type, String password, String written) {
    return new Authentication(type, password, written, Optional.empty());
  }

  /** By a trailer alone. */
  public static Authentication of(HmacRules hmac) {
    return new Authentication(Type.NONE, "", "", Optional.of(hmac));
  }

  /** The authentication type of RFC 2338. */
  public enum Type {
    NONE,
    PASS,
    AH
  }
}
