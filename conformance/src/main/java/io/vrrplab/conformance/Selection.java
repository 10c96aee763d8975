package io.vrrplab.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which cases somebody wants. Of several words of one kind any may apply; the kinds all have to.
 *
 * @param cases patterns for ids; none means all
 * @param tags of the cases; none means all
 * @param requirements ids of requirements that the cases test; none means all
 * @param level how strongly they are asked for; null means any
 * @param excluded patterns for ids of cases that are left out
 */
public record Selection(
    List<Glob> cases,
    List<String> tags,
    List<Requirement> requirements,
    @Nullable Level level,
    List<Glob> excluded) {

  /** All cases. */
  public static final Selection EVERYTHING =
      new Selection(List.of(), List.of(), List.of(), null, List.of());

  /** How strongly something is asked for. */
  public enum Level {
    /** A device that does otherwise is outside of the document. */
    MUST,
    /** A recommendation. */
    SHOULD
  }

  public Selection {
    cases = List.copyOf(cases);
    tags = List.copyOf(tags);
    requirements = List.copyOf(requirements);
    excluded = List.copyOf(excluded);
  }

  /** A word that names nothing, and the words of its kind that would. */
  public record Unknown(String kind, String word, List<String> known) {}

  /** The words that name nothing in a suite: a misspelt name must not pass for an empty choice. */
  public List<Unknown> unknown(Suite suite) {
    List<Unknown> unknown = new ArrayList<>();
    for (Glob glob : concat(cases, excluded)) {
      if (suite.cases().stream().noneMatch(glob::matches)) {
        unknown.add(new Unknown("case", glob.text(), Glob.words(suite)));
      }
    }
    List<String> known = suite.tags();
    tags.stream()
        .filter(tag -> !known.contains(tag))
        .forEach(tag -> unknown.add(new Unknown("tag", tag, known)));
    return List.copyOf(unknown);
  }

  private static List<Glob> concat(List<Glob> first, List<Glob> second) {
    List<Glob> both = new ArrayList<>(first);
    both.addAll(second);
    return both;
  }

  /** The cases of a suite that are wanted, in its order; may be empty. */
  public Suite of(Suite suite) {
    return new Suite(suite.cases().stream().filter(this::wants).toList());
  }

  private boolean wants(ConformanceCase each) {
    return any(cases, glob -> glob.matches(each))
        && any(tags, each.tags()::contains)
        && any(requirements, each::tests)
        && (level == null || asks(each, level))
        && excluded.stream().noneMatch(glob -> glob.matches(each));
  }

  private static <T> boolean any(List<T> words, Predicate<T> applies) {
    return words.isEmpty() || words.stream().anyMatch(applies);
  }

  private static boolean asks(ConformanceCase each, Level level) {
    Predicate<Requirement> asked =
        switch (level) {
          case MUST -> requirement -> !requirement.isAdvice();
          case SHOULD -> requirement -> requirement.level().startsWith("SHOULD");
        };
    return each.obeys().stream().anyMatch(asked) || each.refuses().stream().anyMatch(asked);
  }
}
