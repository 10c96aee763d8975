package io.vrrplab.keepalived.syntax;

import io.vrrplab.keepalived.finding.Position;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A keyword with what follows it, or a line of a list.
 *
 * @param words the keyword first; a line of a list has none
 * @param children what stands in its block, in order
 */
public record Node(List<Word> words, List<Node> children) {

  /** The keyword. */
  public String keyword() {
    return words.getFirst().text();
  }

  /** Where the keyword stands. */
  public Position at() {
    return words.getFirst().at();
  }

  /** The first value. */
  public Optional<Word> value() {
    return words.size() > 1 ? Optional.of(words.get(1)) : Optional.empty();
  }

  /** All values. */
  public List<Word> values() {
    return words.subList(1, words.size());
  }

  /** The children of a keyword, in the order of the file. */
  public Stream<Node> all(String keyword) {
    return children.stream().filter(child -> child.keyword().equals(keyword));
  }
}
