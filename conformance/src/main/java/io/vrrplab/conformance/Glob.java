package io.vrrplab.conformance;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A pattern for ids of cases: {@code *} stands for any letters, {@code ?} for one. The id of a case
 * that is run in both states stands for the two of them.
 *
 * @param text as it was written
 */
public record Glob(String text) {

  /** Whether it names a case. */
  public boolean matches(ConformanceCase each) {
    return matches(each.id());
  }

  private boolean matches(String id) {
    Predicate<String> whole = Pattern.compile(regex()).asMatchPredicate();
    int slash = id.indexOf('/');
    return whole.test(id) || slash > 0 && whole.test(id.substring(0, slash));
  }

  private String regex() {
    StringBuilder regex = new StringBuilder();
    text.codePoints()
        .forEach(point ->
            regex.append(
                switch (point) {
                  case '*' -> ".*";
                  case '?' -> ".";
                  default -> Pattern.quote(Character.toString(point));
                }));
    return regex.toString();
  }

  /** The words that a person may have meant: the ids of all cases, with and without the state. */
  static List<String> words(Suite suite) {
    return suite.cases().stream()
        .map(ConformanceCase::id)
        .<String>mapMulti((id, words) -> {
          int slash = id.indexOf('/');
          if (slash > 0) {
            words.accept(id.substring(0, slash));
          }
          words.accept(id);
        })
        .distinct()
        .toList();
  }
}
