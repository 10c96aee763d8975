package io.vrrplab.cli;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code vrrplab conformance diff}: what changed between two runs. */
@Command(
    name = "vrrplab conformance diff",
    description = "Says which cases ended otherwise in the second of two results.",
    usageHelpWidth = 100,
    footer = {"", "Exit codes: 0 nothing changed; 1 something did; 2 a file cannot be read."})
final class ConformanceDiffCommand {

  private static final SavedConformance.Ending ABSENT =
      new SavedConformance.Ending("absent", "as-found");

  @Parameters(paramLabel = "OLD.json NEW.json", description = "Results of vrrplab conformance.")
  private List<String> files = List.of();

  int run(Console console) throws Refusal {
    if (files.size() != 2) {
      throw Refusal.cannotRun("diff takes two results: OLD.json NEW.json");
    }
    SequencedMap<String, SavedConformance.Run> before = byDevice(files.getFirst());
    SequencedMap<String, SavedConformance.Run> after = byDevice(files.getLast());
    List<String> devices =
        Stream.concat(before.keySet().stream(), after.keySet().stream()).distinct().toList();
    int changes = 0;
    for (String device : devices) {
      changes += changes(console, device, cases(before.get(device)), cases(after.get(device)));
    }
    console.out().println(changes == 1 ? "1 case changed" : changes + " cases changed");
    return changes == 0 ? ExitCode.HELD : ExitCode.NOT_HELD;
  }

  private static SequencedMap<String, SavedConformance.Run> byDevice(String file) throws Refusal {
    SequencedMap<String, SavedConformance.Run> runs = new LinkedHashMap<>();
    for (SavedConformance.Run run : SavedConformance.read(file)) {
      // of repetitions the last counts: it is what the device does by now
      runs.put(run.dut() + " under RFC " + run.rfc(), run);
    }
    return runs;
  }

  private static SequencedMap<String, SavedConformance.Ending> cases(
      SavedConformance.@Nullable Run run) {
    return run == null ? new LinkedHashMap<>() : run.cases();
  }

  private static int changes(
      Console console,
      String device,
      SequencedMap<String, SavedConformance.Ending> before,
      SequencedMap<String, SavedConformance.Ending> after) {
    SequencedSet<String> ids = new LinkedHashSet<>(before.keySet());
    ids.addAll(after.keySet());
    int changes = 0;
    for (String id : ids) {
      SavedConformance.Ending old = before.getOrDefault(id, ABSENT);
      SavedConformance.Ending now = after.getOrDefault(id, ABSENT);
      if (!Objects.equals(old, now)) {
        changes++;
        console.out().println("%s: %s: %s → %s".formatted(device, id, old.text(), now.text()));
      }
    }
    return changes;
  }
}
