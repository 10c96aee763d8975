package io.vrrplab.keepalived.syntax;

import io.vrrplab.text.Nearest;
import java.util.ArrayList;
import java.util.List;

/** Guesses what an unknown keyword was meant to be. */
final class Spelling {

  /** No keyword is longer, nor a misspelt one by much. */
  private static final int LONGEST = 48;

  private Spelling() {}

  /** A remark on the nearest keyword of the block; empty where none is near. */
  static String hint(String word, String block, Grammar grammar) {
    if (word.length() > LONGEST) {
      return "";
    }
    List<String> known = new ArrayList<>(grammar.of(block).keySet());
    return Nearest.to(word, known).map(" (did you mean %s?)"::formatted).orElse("");
  }
}
