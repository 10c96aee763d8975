package io.vrrplab.keepalived.syntax;

import io.vrrplab.text.Nearest;
import java.util.ArrayList;
import java.util.List;

/** Guesses what an unknown keyword was meant to be. */
final class Spelling {

  private Spelling() {}

  /** A remark on the nearest keyword of the block; empty where none is near. */
  static String hint(String word, String block, Grammar grammar) {
    List<String> known = new ArrayList<>(grammar.of(block).keySet());
    return Nearest.to(word, known).map(" (did you mean %s?)"::formatted).orElse("");
  }
}
