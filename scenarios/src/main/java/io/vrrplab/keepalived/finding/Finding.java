package io.vrrplab.keepalived.finding;

import java.util.regex.Pattern;

/**
 * Something to say about a place in a configuration file.
 *
 * @param rule which rule found it
 * @param at the place
 * @param message what is wrong and what keepalived does with it, one line
 */
public record Finding(Rule rule, Position at, String message) {

  private static final Pattern CONTROL_CHARACTERS = Pattern.compile("\\p{Cc}+");

  /** A finding is one line, and no text quoted from a file may drive the terminal. */
  public Finding {
    message = CONTROL_CHARACTERS.matcher(message).replaceAll(" ");
  }

  public Severity severity() {
    return rule.severity();
  }

  /** The message, and behind it the fix where there is one. */
  public String advice() {
    return message + rule.fix().map("; "::concat).orElse("");
  }

  /** One line, as compilers write it, with the rule's id and the fix at its end. */
  @Override
  public String toString() {
    return "%s: %s: %s [%s]".formatted(at, severity().word(), advice(), rule.id());
  }
}
