package io.vrrplab.conformance;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A pattern for ids of cases: {@code *} stands for any letters, {@code ?} for one. The id of a case
 * that is run in several ways stands for all of them: {@code rx-ttl-1} for {@code rx-ttl-1/backup}
 * and the others.
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
    return stems(id).anyMatch(whole);
  }

  /** The id, and what stands before each slash in it. */
  private static Stream<String> stems(String id) {
    return IntStream.rangeClosed(0, id.length())
        .filter(end -> end == id.length() || id.charAt(end) == '/')
        .mapToObj(end -> id.substring(0, end));
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

  /** The words that a person may have meant: the ids of all cases, with and without variants. */
  public static List<String> words(Suite suite) {
    return suite.cases().stream().flatMap(each -> stems(each.id())).distinct().toList();
  }
}
