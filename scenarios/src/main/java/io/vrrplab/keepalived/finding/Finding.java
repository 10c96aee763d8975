package io.vrrplab.keepalived.finding;

import java.util.regex.Pattern;

/**
 * Something to say about a place in a configuration file.
 *
 * @param rule which rule found it
 * @param at the place
 * @param message what is wrong and what keepalived does with it, one line
 * @param occurrences how many findings it stands for: 1, or more where it folds up those that say
 *     the same as the ones before it
 */
public record Finding(Rule rule, Position at, String message, int occurrences) {

  private static final Pattern CONTROL_CHARACTERS = Pattern.compile("\\p{Cc}+");

  /** A finding is one line, and no text quoted from a file may drive the terminal. */
  public Finding {
    message = CONTROL_CHARACTERS.matcher(message).replaceAll(" ");
  }

  /** A finding that stands for itself. */
  public Finding(Rule rule, Position at, String message) {
    this(rule, at, message, 1);
  }

  /** The line that stands for further findings of a rule. */
  public static Finding more(Rule rule, Position at, int occurrences) {
    return new Finding(rule, at, "and %d more like this".formatted(occurrences), occurrences);
  }

  public Severity severity() {
    return rule.severity();
  }

  /** The message, and behind it the fix where there is one. */
  public String advice() {
    return occurrences > 1 ? message : message + rule.fix().map("; "::concat).orElse("");
  }

  /** One line, as compilers write it, with the rule's id and the fix at its end. */
  @Override
  public String toString() {
    return "%s: %s: %s [%s]".formatted(at, severity().word(), advice(), rule.id());
  }
}
