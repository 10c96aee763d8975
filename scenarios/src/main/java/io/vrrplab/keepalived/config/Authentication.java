package io.vrrplab.keepalived.config;

/**
 * How adverts of version 2 are authenticated.
 *
 * @param type what the adverts carry
 * @param password in effect: 1 to 8 characters, empty without authentication
 * @param written the password as it stands in the file, of any length
 */
public record Authentication(Type type, String password, String written) {

  /** No authentication. */
  public static final Authentication NONE = new Authentication(Type.NONE, "", "");

  /** The authentication type of RFC 2338. */
  public enum Type {
    NONE,
    PASS,
    AH
  }
}
