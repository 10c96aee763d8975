package io.vrrplab.cli;

import io.vrrplab.report.Ink;
import io.vrrplab.report.LogStyle;
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
      names = "--keepalived",
      paramLabel = "FILE",
      description = {
        "A node's keepalived.conf, one option for each node: run the standard drill, in which",
        "the master is stopped, started, killed and started again."
      })
  private List<String> keepalived = List.of();

  @Option(
      names = "--node",
      paramLabel = "NAME=ADDRESS",
      description = "The address of a node of the drill; without it, one that fits is found.")
  private List<String> addresses = List.of();

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

  @Option(
      names = "--log",
      paramLabel = "STYLE",
      converter = LogStyleConverter.class,
      description = "keepalived: print what keepalived would log, too.")
  private LogStyle log = LogStyle.STORY;

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

  int run(Console console, Engine engine, Interrupt interrupt) throws Refusal {
    refuseWhatIsNotBuilt();
    List<ScenarioSource> drill =
        keepalived.isEmpty()
            ? List.of()
            : List.of(new ScenarioSource.OfDrill(keepalived, addresses));
    if (keepalived.isEmpty() && !addresses.isEmpty()) {
      throw Refusal.cannotRun("--node goes with --keepalived");
    }
    if (scenarios.isEmpty() && drill.isEmpty()) {
      throw Refusal.cannotRun("run what? name a file, a folder or a bundled scenario");
    }
    ScenarioLoader.Load load = ScenarioLoader.load(scenarios, drill, settings, engine);
    load.problems().forEach(problem -> console.err().println(Printable.of(problem.toString())));
    if (load.count(Problem.Severity.ERROR) > 0) {
      return ExitCode.CANNOT_RUN;
    }
    ResultFiles.Wanted wanted = ResultFiles.Wanted.ofScenarios(json, pcap, out);
    boolean several = load.scenarios().size() > 1;
    try (ResultFiles files = ResultFiles.open(wanted, several, console)) {
      Ink ink = !noColor && console.wantsColour() ? Ink.COLOUR : Ink.PLAIN;
      ReportPrinter printer =
          new ReportPrinter(console, ink, log, quiet, wanted.jsonToStandardOutput());
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

  /** The log that may be asked for. */
  static final class LogStyleConverter implements ITypeConverter<LogStyle> {

    @Override
    public LogStyle convert(String value) {
      if (value.equals("keepalived")) {
        return LogStyle.KEEPALIVED;
      }
      throw new TypeConversionException("'" + value + "' is no log; there is: keepalived");
    }
  }

  private void refuseWhatIsNotBuilt() throws Refusal {
    if (html != null) {
      throw Refusal.notSupportedYet("--html");
    }
    if (junit != null) {
      throw Refusal.notSupportedYet("--junit");
    }
  }
}
