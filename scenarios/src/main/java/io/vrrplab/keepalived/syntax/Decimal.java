package io.vrrplab.keepalived.syntax;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as keepalived reads them. */
public final class Decimal {

  /** The largest number of 32 bits. */
  public static final long MAX_UNSIGNED = 0xFFFF_FFFFL;

  private static final int LONGEST = 40;
  private static final Pattern HEX = Pattern.compile("0[xX][0-9a-fA-F]{1,15}");

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

  /** Whether a text is a number without decimals, from least to most. */
  public static boolean isWhole(String text, long least, long most) {
    return readWhole(text)
        .filter(number -> number.compareTo(BigDecimal.valueOf(least)) >= 0)
        .filter(number -> number.compareTo(BigDecimal.valueOf(most)) <= 0)
        .isPresent();
  }

  /** The same where hexadecimal digits may stand behind 0x. */
  public static boolean isWholeOrHex(String text, long least, long most) {
    if (!HEX.matcher(text).matches()) {
      return isWhole(text, least, most);
    }
    long value = Long.parseLong(text.substring(2), 16);
    return value >= least && value <= most;
  }
}
