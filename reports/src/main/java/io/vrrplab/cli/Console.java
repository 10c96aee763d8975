package io.vrrplab.cli;

import java.io.PrintStream;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * The terminal, or what stands in for one.
 *
 * @param out standard output, in UTF-8
 * @param err standard error, in UTF-8
 * @param isTerminal whether a person looks at {@code out}; asked only when the answer matters
 * @param environment the environment variables
 */
public record Console(
    PrintStream out, PrintStream err, BooleanSupplier isTerminal, Map<String, String> environment) {

  /**
   * Whether to colour standard output: on a terminal, unless NO_COLOR is set to anything (as
   * no-color.org asks) or the terminal calls itself dumb.
   */
  boolean wantsColour() {
    return environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !"dumb".equals(environment.get("TERM"))
        && isTerminal.getAsBoolean();
  }
}
