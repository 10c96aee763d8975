package io.vrrplab.keepalived.config;

import io.vrrplab.keepalived.finding.Position;
import java.util.List;

/**
 * Where the keywords of a block stand.
 *
 * @param block the place of the block itself
 * @param marks the keywords that were written, in order of the file; there are few, so they are
 *     looked through
 */
public record Places(Position block, List<Mark> marks) {

  public Places {
    marks = List.copyOf(marks);
  }

  /**
   * A keyword that was written.
   *
   * @param keyword as written
   * @param at where
   */
  public record Mark(String keyword, Position at) {}

  /** Whether a keyword was written at all. */
  public boolean has(String keyword) {
    return last(keyword) >= 0;
  }

  /** Where a keyword stands, its last use; the block where it does not. */
  public Position of(String keyword) {
    int last = last(keyword);
    return last < 0 ? block : marks.get(last).at();
  }

  private int last(String keyword) {
    int i = marks.size() - 1;
    while (i >= 0 && !marks.get(i).keyword().equals(keyword)) {
      i--;
    }
    return i;
  }
}
