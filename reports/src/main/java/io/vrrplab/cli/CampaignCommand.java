package io.vrrplab.cli;

import io.vrrplab.campaign.CampaignPlan;
import io.vrrplab.campaign.StopRule;
import io.vrrplab.report.Ink;
import io.vrrplab.report.Printable;
import io.vrrplab.scenario.read.SweepReading;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vrrplab campaign}: one scenario many times, distributions instead of single figures. */
@Command(
    name = "vrrplab campaign",
    description = {
      "Runs a scenario many times over seeds, at every point of its sweep, and prints",
      "distributions. Any run can be seen again: vrrplab run FILE --seed S [--set NAME=VALUE]."
    },
    usageHelpWidth = 100,
    sortOptions = false,
    separator = " ",
    footer = {
      "",
      "Exit codes: 0 all that was expected held in every run; 1 something did not; 2 it could",
      "not run; 4 a result could not be written; 130 interrupted, what was finished is written."
    })
final class CampaignCommand {

  private static final int MOST_RUNS = 100_000_000;
  private static final int MOST_JOBS = 1024;

  @Parameters(
      paramLabel = "FILE|NAME",
      description = "A scenario file or a bundled scenario (see vrrplab list).")
  private List<String> scenarios = List.of();

  @Option(names = "--runs", paramLabel = "N", description = "How many runs each point gets.")
  private @Nullable Integer runs;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "How many threads; the results do not depend on it. Default: one a processor.")
  private @Nullable Integer jobs;

  @Option(
      names = "--seed",
      paramLabel = "N",
      converter = RunCommand.SeedConverter.class,
      description = "The base seed, from which every run's seed follows. Default: the scenario's.")
  private @Nullable Long seed;

  @Option(
      names = "--until-ci",
      paramLabel = "WIDTH",
      description = {
        "End a point once the 95 %% confidence interval of its mean detection time is no wider",
        "than this: 1%% (of the mean) or 2ms."
      })
  private @Nullable String untilCi;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the result as JSON; - is standard output, and nothing else goes there.")
  private @Nullable String json;

  @Option(names = "--out", paramLabel = "DIR", description = "Write result.json there.")
  private @Nullable String out;

  @Option(names = "--quiet", description = "Print the verdict only.")
  private boolean quiet;

  @Option(
      names = "--no-color",
      description = "No colours, not even on a terminal; as NO_COLOR does.")
  private boolean noColor;

  int run(Console console, Engine engine, Interrupt interrupt) throws Refusal {
    int wantedRuns = within("--runs", required(runs), MOST_RUNS);
    int threads = jobs == null ? processors() : within("--jobs", jobs, MOST_JOBS);
    StopRule stopRule = untilCi == null ? null : stopRule(untilCi);
    if (scenarios.size() != 1) {
      throw Refusal.cannotRun("campaign takes one scenario: a file or a bundled one");
    }
    ScenarioFinder.Found found = ScenarioFinder.find(scenarios, engine);
    found.problems().forEach(problem -> console.err().println(Printable.of(problem.toString())));
    if (!found.problems().isEmpty()) {
      return ExitCode.CANNOT_RUN;
    }
    if (found.sources().size() != 1) {
      throw Refusal.cannotRun("campaign takes one scenario, and the folder holds several");
    }
    ScenarioSource source = found.sources().getFirst();
    SweepReading reading = source.readSweep(engine);
    reading.problems().forEach(problem -> console.err().println(Printable.of(problem.toString())));
    if (!(reading instanceof SweepReading.Read read)) {
      return ExitCode.CANNOT_RUN;
    }
    long base = seed == null ? read.scenario().seed() : seed;
    CampaignPlan plan = new CampaignPlan(read.points(), base, wantedRuns, stopRule);
    ResultFiles.Wanted wanted = ResultFiles.Wanted.ofScenarios(json, null, out);
    try (ResultFiles files = ResultFiles.open(wanted, false, console)) {
      Ink ink = !noColor && console.wantsColour() ? Ink.COLOUR : Ink.PLAIN;
      CampaignPrinter printer =
          new CampaignPrinter(console, source, ink, quiet, wanted.jsonToStandardOutput());
      CampaignRun run = new CampaignRun(plan, files, printer);
      return run.run(engine, source, threads, console, interrupt);
    }
  }

  private static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }

  private static int required(@Nullable Integer runs) throws Refusal {
    if (runs == null) {
      throw Refusal.cannotRun("campaign needs --runs N, how many runs each point gets");
    }
    return runs;
  }

  private static int within(String option, int value, int most) throws Refusal {
    if (value < 1 || value > most) {
      throw Refusal.cannotRun("%s is from 1 to %d, not %d".formatted(option, most, value));
    }
    return value;
  }

  private static StopRule stopRule(String text) throws Refusal {
    return StopRule.parse(text)
        .orElseThrow(() ->
            Refusal.cannotRun(
                "--until-ci is a percentage such as 1%% or a time such as 2ms, not %s"
                    .formatted(text)));
  }
}
