package io.vrrplab.cli;

import io.vrrplab.conformance.Glob;
import io.vrrplab.conformance.Requirement;
import io.vrrplab.conformance.Requirements;
import io.vrrplab.conformance.Selection;
import io.vrrplab.conformance.Selection.Level;
import io.vrrplab.conformance.Suite;
import io.vrrplab.text.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that choose conformance cases, the same in every command that takes them. */
final class CaseChoice {

  /** All words are listed where they are so few; the tags are, cases and requirements are not. */
  private static final int MAX_LISTED = 50;

  /** So many guesses are a help. */
  private static final int MAX_MEANT = 5;

  @Option(
      names = "--case",
      paramLabel = "GLOB",
      description = "Only cases of this id; * and ? stand for any letters. Repeatable.")
  private List<String> cases = List.of();

  @Option(
      names = "--tag",
      paramLabel = "TAG",
      description = "Only cases of this part of the protocol, or state. Repeatable.")
  private List<String> tags = List.of();

  @Option(
      names = "--requirement",
      paramLabel = "ID",
      description = "Only cases that test this requirement. Repeatable.")
  private List<String> requirements = List.of();

  @Option(
      names = "--level",
      paramLabel = "must|should",
      description = {
        "must: only cases that a device may not fail; should: only cases that test a",
        "recommendation."
      })
  private @Nullable String level;

  @Option(names = "--exclude", paramLabel = "GLOB", description = "No case of this id. Repeatable.")
  private List<String> excluded = List.of();

  /**
   * The chosen cases.
   *
   * @throws Refusal in one line for each word that names nothing, or if nothing is left
   */
  Suite choose() throws Refusal {
    Suite all = Suite.canonical();
    List<String> problems = new ArrayList<>();
    List<Requirement> asked = new ArrayList<>();
    for (String id : requirements) {
      Requirements.find(id)
          .ifPresentOrElse(
              asked::add, () -> problems.add(unknown("requirement", id, Requirements.ids())));
    }
    Selection selection =
        new Selection(
            globs(cases), tags, asked, level == null ? null : level(level), globs(excluded));
    for (Selection.Unknown each : selection.unknown(all)) {
      problems.add(unknown(each.kind(), each.word(), each.known()));
    }
    if (!problems.isEmpty()) {
      throw Refusal.cannotRun(String.join("\n", problems));
    }
    Suite chosen = selection.of(all);
    if (chosen.cases().isEmpty()) {
      throw Refusal.cannotRun("no case is left of what --case, --tag and the others ask for");
    }
    return chosen;
  }

  /** Says that a word names nothing, and what it may have meant. */
  static String unknown(String kind, String word, List<String> known) {
    return "no %s %s%s".formatted(kind, word, hint(word, known));
  }

  /** The nearest known word; else those that it is a part of, else all, where these are few. */
  private static String hint(String word, List<String> known) {
    String nearest = Nearest.hint(word, known);
    if (!nearest.isEmpty()) {
      return nearest;
    }
    String part = word.toLowerCase(Locale.ROOT);
    List<String> holding =
        known.stream().filter(each -> each.toLowerCase(Locale.ROOT).contains(part)).toList();
    if (holding.isEmpty()) {
      return known.size() <= MAX_LISTED ? "; there are: " + String.join(", ", known) : "";
    }
    String first = String.join(", ", holding.subList(0, Math.min(MAX_MEANT, holding.size())));
    return "; did you mean %s%s?".formatted(first, holding.size() > MAX_MEANT ? ", …" : "");
  }

  private static Level level(String word) throws Refusal {
    return switch (word) {
      case "must" -> Level.MUST;
      case "should" -> Level.SHOULD;
      default -> throw Refusal.cannotRun("--level is must or should, not " + word);
    };
  }

  private static List<Glob> globs(List<String> words) {
    return words.stream().map(Glob::new).toList();
  }
}
