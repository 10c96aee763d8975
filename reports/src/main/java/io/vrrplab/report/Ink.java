package io.vrrplab.report;

/** What the report is written with: plain text, or the colours of a terminal (ECMA-48 SGR). */
public enum Ink {
  PLAIN,
  COLOUR;

  String heading(String text) {
    return sgr("1", text);
  }

  String good(String text) {
    return sgr("32", text);
  }

  String bad(String text) {
    return sgr("1;31", text);
  }

  String fault(String text) {
    return sgr("33", text);
  }

  String faint(String text) {
    return sgr("2", text);
  }

  /** Colours the marks of a line that is laid out already. */
  String marks(String line) {
    return line.replace("✓", good("✓")).replace("✗", bad("✗"));
  }

  private String sgr(String code, String text) {
    return this == PLAIN ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
