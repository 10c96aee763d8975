package io.vrrplab.cli;

import io.vrrplab.report.Ink;
import io.vrrplab.report.Printable;
import io.vrrplab.scenario.Problem;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code vrrplab run}: runs scenarios and prints what happened. */
@Command(
    name = "vrrplab run",
    description = "Runs scenarios and prints what happened.",
    usageHelpWidth = 100,
    sortOptions = false,
    separator = " ",
    footer = {
      "",
      "Exit codes: 0 all that was expected held; 1 something did not; 2 it could not run;",
      "4 a result could not be written; 130 interrupted, what was finished is written."
    })
final class RunCommand {

  @Parameters(
      paramLabel = "FILE|NAME|FOLDER",
      description = {
        "A scenario file, a bundled scenario (see vrrplab list), or a folder of scenarios."
      })
  private List<String> scenarios = List.of();

  @Option(
      names = "--seed",
      paramLabel = "N",
      converter = SeedConverter.class,
      description = "Draw from this seed, not from the scenario's.")
  private @Nullable Long seed;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "Run a point of the scenario's sweep; one for each of its parameters.")
  private List<String> settings = List.of();

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the result as JSON; - is standard output, and nothing else goes there.")
  private @Nullable String json;

  @Option(
      names = "--pcap",
      paramLabel = "FILE",
      description = "Write every frame as pcapng, for Wireshark; one scenario only.")
  private @Nullable String pcap;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write all results there: result.json, capture.pcapng.")
  private @Nullable String out;

  @Option(names = "--quiet", description = "Print the verdicts only.")
  private boolean quiet;

  @Option(
      names = "--no-color",
      description = "No colours, not even on a terminal; as NO_COLOR does.")
  private boolean noColor;

  @Option(names = "--html", paramLabel = "FILE", hidden = true)
  private @Nullable String html;

  @Option(names = "--junit", paramLabel = "FILE", hidden = true)
  private @Nullable String junit;

  @Option(names = "--keepalived", paramLabel = "FILE", hidden = true)
  private List<String> keepalived = List.of();

  int run(Console console, Engine engine, Interrupt interrupt) throws Refusal {
    refuseWhatIsNotBuilt();
    if (scenarios.isEmpty()) {
      throw Refusal.cannotRun("run what? name a file, a folder or a bundled scenario");
    }
    ScenarioLoader.Load load = ScenarioLoader.load(scenarios, settings, engine);
    load.problems().forEach(problem -> console.err().println(Printable.of(problem.toString())));
    if (load.count(Problem.Severity.ERROR) > 0) {
      return ExitCode.CANNOT_RUN;
    }
    ResultFiles.Wanted wanted = ResultFiles.Wanted.ofScenarios(json, pcap, out);
    boolean several = load.scenarios().size() > 1;
    try (ResultFiles files = ResultFiles.open(wanted, several, console)) {
      Ink ink = !noColor && console.wantsColour() ? Ink.COLOUR : Ink.PLAIN;
      ReportPrinter printer = new ReportPrinter(console, ink, quiet, wanted.jsonToStandardOutput());
      OptionalLong chosenSeed = seed == null ? OptionalLong.empty() : OptionalLong.of(seed);
      return new Batch(load.scenarios(), chosenSeed, files, printer).run(interrupt);
    }
  }

  /** Says what a seed is; picocli would say "not a long". */
  static final class SeedConverter implements ITypeConverter<Long> {

    @Override
    public Long convert(String value) {
      try {
        return Long.valueOf(value);
      } catch (NumberFormatException _) {
        throw new TypeConversionException("'" + value + "' is not a whole number of 64 bits");
      }
    }
  }

  private void refuseWhatIsNotBuilt() throws Refusal {
    if (!keepalived.isEmpty()) {
      throw Refusal.notSupportedYet("run --keepalived");
    }
    if (html != null) {
      throw Refusal.notSupportedYet("--html");
    }
    if (junit != null) {
      throw Refusal.notSupportedYet("--junit");
    }
  }
}
