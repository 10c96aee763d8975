package io.vrrplab.report;

/** Text that others wrote, made fit to be shown. */
public final class Printable {

  private Printable() {}

  /**
   * Gives the text as one line without control characters and without overrides of the writing
   * direction: a name in a file must not move the cursor, forge a verdict, or reorder what stands
   * around it.
   */
  public static String of(String text) {
    if (text.codePoints().noneMatch(Printable::isUnprintable)) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().map(Printable::shown).forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static int shown(int point) {
    if (!isUnprintable(point)) {
      return point;
    }
    return Character.isWhitespace(point) ? ' ' : '\uFFFD';
  }

  private static boolean isUnprintable(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      case Character.FORMAT -> isDirectional(point);
      default -> false;
    };
  }

  private static boolean isDirectional(int point) {
    return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
  }
}
