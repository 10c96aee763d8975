package io.vrrplab.cli;

import java.util.List;
import picocli.CommandLine.Command;

/** {@code vrrplab list}: the bundled scenarios, a line each. */
@Command(
    name = "vrrplab list",
    description = "Lists the bundled scenarios; vrrplab run NAME runs one.",
    usageHelpWidth = 100)
final class ListCommand {

  int run(Console console, Engine engine) {
    List<Engine.Bundled> bundled = engine.bundled();
    int width = bundled.stream().mapToInt(it -> it.name().length()).max().orElse(0);
    for (Engine.Bundled scenario : bundled) {
      String gap = " ".repeat(width - scenario.name().length() + 2);
      console.out().println(scenario.name() + gap + scenario.title());
    }
    return bundled.isEmpty() ? ExitCode.CANNOT_RUN : ExitCode.HELD;
  }
}
