package io.vrrplab.cli;

import io.vrrplab.conformance.ConformanceCase;
import io.vrrplab.conformance.Suite;
import io.vrrplab.conformance.device.DeviceProfile;
import io.vrrplab.conformance.device.SimulatedDevice;
import io.vrrplab.report.Ink;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vrrplab conformance [run]}: the suite against a device under test. */
@Command(
    name = "vrrplab conformance",
    description = {
      "Runs the conformance suite against a device under test. Without --dut and --rfc: the",
      "built-in engine under each of the three documents."
    },
    usageHelpWidth = 100,
    sortOptions = false,
    separator = " ",
    footer = {
      "",
      "Others: vrrplab conformance list, explain CASE, coverage, diff OLD.json NEW.json, mutants.",
      "",
      "Exit codes: 0 nothing is red; 1 a requirement is broken, or a known deviation has gone;",
      "2 it could not run; 3 nothing failed, but something stayed inconclusive; 4 the environment",
      "broke; 130 interrupted, what was finished is written."
    })
final class ConformanceRunCommand {

  private static final int MOST_REPETITIONS = 1000;

  @Option(
      names = "--dut",
      paramLabel = "PROFILE",
      description = "rfc3768, rfc5798, rfc9568, keepalived-profile or frr-profile.")
  private @Nullable String dut;

  @Option(
      names = "--rfc",
      paramLabel = "N",
      description = "Judge by 3768, 5798 or 9568. Default: what the device claims to obey.")
  private @Nullable String rfc;

  @Mixin private CaseChoice choice = new CaseChoice();

  @Option(names = "--strict", description = "A recommendation that is not followed is red.")
  private boolean strict;

  @Option(
      names = "--expect",
      paramLabel = "FILE",
      description = {
        "Known deviations, as YAML; or the name of a shipped file; or none. Default: the",
        "shipped file of the device."
      })
  private @Nullable String expect;

  @Option(
      names = "--rerun",
      arity = "2",
      paramLabel = "WHAT",
      hideParamSyntax = true,
      description = {
        "fail|inconclusive RESULT.json: run only what ended so there, against the same device."
      })
  private List<String> rerun = List.of();

  @Option(names = "--repeat", paramLabel = "N", description = "Run everything N times.")
  private int repeat = 1;

  @Option(names = "--dry-run", description = "Print what would run, and run nothing.")
  private boolean dryRun;

  @Option(
      names = "--seed",
      paramLabel = "N",
      converter = RunCommand.SeedConverter.class,
      description = "What a simulated device draws from. Default: 1.")
  private long seed = SimulatedDevice.DEFAULT_SEED;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the result as JSON; - is standard output, and nothing else goes there.")
  private @Nullable String json;

  @Option(names = "--junit", paramLabel = "FILE", description = "Write the result as JUnit XML.")
  private @Nullable String junit;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write all results there: result.json, junit.xml.")
  private @Nullable String out;

  @Option(names = "--quiet", description = "Print the verdicts only.")
  private boolean quiet;

  @Option(
      names = "--no-color",
      description = "No colours, not even on a terminal; as NO_COLOR does.")
  private boolean noColor;

  @Option(names = "--html", paramLabel = "FILE", hidden = true)
  private @Nullable String html;

  @Option(names = "--pcap", paramLabel = "FILE", hidden = true)
  private @Nullable String pcap;

  int run(Console console, Interrupt interrupt) throws Refusal {
    refuseWhatIsNotBuilt();
    if (repeat < 1 || repeat > MOST_REPETITIONS) {
      throw Refusal.cannotRun(
          "--repeat is from 1 to %d, not %d".formatted(MOST_REPETITIONS, repeat));
    }
    List<PlannedRun> plan = plan();
    if (dryRun) {
      plan.forEach(each -> each.describe(console.out()));
      return ExitCode.HELD;
    }
    ResultFiles.Wanted wanted = ResultFiles.Wanted.ofTests(json, junit, out);
    try (ResultFiles files = ResultFiles.open(wanted, false, console)) {
      Ink ink = !noColor && console.wantsColour() ? Ink.COLOUR : Ink.PLAIN;
      ConformancePrinter printer =
          new ConformancePrinter(console, ink, quiet, strict, wanted.jsonToStandardOutput());
      ConformanceReplay replay = new ConformanceReplay(seed, expect, strict);
      return new ConformanceRun(plan, replay, files, printer).run(interrupt);
    }
  }

  private List<PlannedRun> plan() throws Refusal {
    Suite chosen = choice.choose();
    List<PlannedRun> once = rerun.isEmpty() ? planned(chosen) : plannedAgain(chosen);
    List<PlannedRun> runs = new ArrayList<>();
    for (int i = 0; i < repeat; i++) {
      runs.addAll(once);
    }
    return runs;
  }

  /** A device to which nothing of the choice applies is left out, unless it is the only one. */
  private List<PlannedRun> planned(Suite chosen) throws Refusal {
    List<PlannedRun> runs = new ArrayList<>();
    for (DeviceChoice each : DeviceChoice.of(dut, rfc)) {
      addIfAny(runs, each, chosen);
    }
    if (runs.isEmpty()) {
      throw Refusal.cannotRun(
          "nothing to run: none of the chosen cases applies to the device and the document");
    }
    return runs;
  }

  private List<PlannedRun> plannedAgain(Suite chosen) throws Refusal {
    SavedConformance.Ending ending = SavedConformance.ending(rerun.getFirst());
    List<PlannedRun> runs = new ArrayList<>();
    for (SavedConformance.Run saved : SavedConformance.read(rerun.getLast())) {
      List<ConformanceCase> again =
          chosen.cases().stream().filter(each -> saved.ended(each.id(), ending)).toList();
      String device = dut == null ? saved.dut() : dut;
      for (DeviceChoice each : DeviceChoice.of(device, rfc == null ? saved.rfc() : rfc)) {
        addIfAny(runs, each, new Suite(again));
      }
    }
    if (runs.isEmpty()) {
      throw Refusal.cannotRun(
          "nothing to run: no chosen case ended in %s in %s"
              .formatted(rerun.getFirst(), rerun.getLast()));
    }
    return runs;
  }

  private void addIfAny(List<PlannedRun> runs, DeviceChoice device, Suite chosen) throws Refusal {
    DeviceProfile profile = device.device().under(device.rfc(), seed).profile();
    if (chosen.cases().stream().anyMatch(each -> each.appliesTo(profile))) {
      LocalDate today = LocalDate.now(ZoneOffset.UTC);
      runs.add(
          new PlannedRun(device, chosen, ExpectationSource.of(expect, device.device()), today));
    }
  }

  private void refuseWhatIsNotBuilt() throws Refusal {
    if (html != null) {
      throw Refusal.notSupportedYet("conformance --html");
    }
    if (pcap != null) {
      throw Refusal.notSupportedYet("conformance --pcap");
    }
  }
}
