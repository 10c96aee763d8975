package io.vrrplab.keepalived.syntax;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What must be right about files that are included, or keepalived ends. */
enum IncludeCheck {
  /** All that matches can be read: no folders, no programs. */
  READ,
  /** A name without wildcards is there. */
  MATCH,
  /** Something matches wildcards. */
  WILDCARD_MATCH,
  /** Something matches alternatives in braces. */
  BRACE_MATCH;

  /** What the keyword of an include line asks for by itself. */
  static Set<IncludeCheck> of(String include) {
    return switch (include) {
      case "includer" -> EnumSet.of(READ);
      case "includem" -> EnumSet.of(READ, MATCH);
      case "includew" -> EnumSet.of(READ, MATCH, WILDCARD_MATCH);
      case "includeb" -> EnumSet.of(READ, BRACE_MATCH);
      case "includea" -> EnumSet.allOf(IncludeCheck.class);
      default -> EnumSet.noneOf(IncludeCheck.class);
    };
  }

  /**
   * What include_check makes of what was asked until then.
   *
   * @param values what stands behind it: nothing is all; + adds one, - takes one away, and a first
   *     one without either takes the place of all others
   */
  static Set<IncludeCheck> set(List<Word> values, Set<IncludeCheck> before) {
    if (values.isEmpty()) {
      return EnumSet.allOf(IncludeCheck.class);
    }
    Set<IncludeCheck> checks = EnumSet.noneOf(IncludeCheck.class);
    checks.addAll(before);
    for (int i = 0; i < values.size(); i++) {
      String text = values.get(i).text();
      boolean removes = text.startsWith("-");
      boolean changes = removes || text.startsWith("+");
      Optional<IncludeCheck> named = named(changes ? text.substring(1) : text);
      if (removes) {
        named.ifPresent(checks::remove);
      } else if (changes) {
        named.ifPresent(checks::add);
      } else if (i == 0) {
        checks.clear();
        named.ifPresent(check -> checks.addAll(List.of(READ, check)));
      }
    }
    return checks;
  }

  /** By keepalived's word for it, which for READ is not the one in its manual. */
  private static Optional<IncludeCheck> named(String word) {
    return switch (word) {
      case "read" -> Optional.of(READ);
      case "match" -> Optional.of(MATCH);
      case "wildcard_match" -> Optional.of(WILDCARD_MATCH);
      case "brace_match" -> Optional.of(BRACE_MATCH);
      default -> Optional.empty();
    };
  }

  /** What is not met where nothing matches a pattern. */
  static IncludeCheck missedBy(String pattern) {
    if (pattern.chars().anyMatch(c -> c == '*' || c == '?' || c == '[')) {
      return WILDCARD_MATCH;
    }
    return pattern.indexOf('{') < 0 ? MATCH : BRACE_MATCH;
  }
}
