package io.vrrplab.keepalived.syntax;

import io.vrrplab.keepalived.finding.Position;
import java.util.List;

/** What lines are made of: braces, and the words between them. */
sealed interface Token {

  Position at();

  /** An opening brace. */
  record Open(Position at) implements Token {}

  /** A closing brace. */
  record Close(Position at) implements Token {}

  /** The words from one brace or line end to the next; at least one. */
  record Words(List<Word> words) implements Token {

    @Override
    public Position at() {
      return words.getFirst().at();
    }
  }
}
