package io.vrrplab.keepalived.config;

import io.vrrplab.keepalived.finding.Position;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * Where the keywords of a block stand.
 *
 * @param block the place of the block itself
 * @param keywords the place of each keyword that was written, of its last use; in order of the file
 */
public record Places(Position block, SequencedMap<String, Position> keywords) {

  public Places {
    keywords = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(keywords));
  }

  /** Whether a keyword was written at all. */
  public boolean has(String keyword) {
    return keywords.containsKey(keyword);
  }

  /** Where a keyword stands; the block where it does not. */
  public Position of(String keyword) {
    return keywords.getOrDefault(keyword, block);
  }
}
