package io.vrrplab.keepalived.syntax;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers as keepalived reads them. */
public final class Decimal {

  private static final int LONGEST = 40;

  private Decimal() {}

  /** Reads a decimal number: no exponent, no hexadecimal digits. */
  public static Optional<BigDecimal> read(String text) {
    int start = !text.isEmpty() && (text.charAt(0) == '+' || text.charAt(0) == '-') ? 1 : 0;
    boolean digits = text.length() > start && text.length() < LONGEST;
    int points = 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      points += c == '.' ? 1 : 0;
      digits &= c >= '0' && c <= '9' || c == '.' && text.length() > start + 1;
    }
    return digits && points <= 1 ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }

  /** Reads a number without decimals. */
  public static Optional<BigDecimal> readWhole(String text) {
    return read(text).filter(number -> number.scale() == 0);
  }
}
