package io.vrrplab.cli;

/** Words of a command line that is printed for the user to type. */
final class ShellWord {

  private ShellWord() {}

  /** Quotes a word for a POSIX shell where it needs that. */
  static String quoted(String word) {
    return word.matches("[\\p{L}\\p{N}_@%+=:,./-]+")
        ? word
        : "'" + word.replace("'", "'\\''") + "'";
  }
}
