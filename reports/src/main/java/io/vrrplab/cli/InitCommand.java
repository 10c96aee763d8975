package io.vrrplab.cli;

import io.vrrplab.report.Printable;
import io.vrrplab.scenario.daemon.StandardDrill;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code vrrplab init}: writes the scenario file that {@code run --keepalived} would run. */
@Command(
    name = "vrrplab init",
    description = "Writes the scenario file of keepalived.conf files, for editing.",
    usageHelpWidth = 100,
    sortOptions = false,
    separator = " ",
    footer = {"", "Exit codes: 0 it is written; 2 something is wrong; 4 it cannot be written."})
final class InitCommand {

  private static final String SCENARIO_FILE = "scenario.yaml";

  @Option(
      names = "--keepalived",
      paramLabel = "FILE",
      description = "A node's keepalived.conf; one option for each node.")
  private List<String> keepalived = List.of();

  @Option(
      names = "--node",
      paramLabel = "NAME=ADDRESS",
      description = "The address of a node; without it, one that fits is found.")
  private List<String> addresses = List.of();

  @Option(
      names = {"-o", "--out"},
      paramLabel = "DIR",
      description = {
        "Write scenario.yaml there, and copies of the configurations; without it, the scenario",
        "goes to standard output."
      })
  private @Nullable String out;

  int run(Console console, Engine engine) throws Refusal {
    if (keepalived.isEmpty()) {
      throw Refusal.cannotRun("init from what? name the files: --keepalived A.conf …");
    }
    return switch (engine.draftDrill(keepalived, addresses)) {
      case StandardDrill.Draft.Refused(var problems) -> {
        problems.forEach(problem -> console.err().println(Printable.of(problem.toString())));
        yield ExitCode.CANNOT_RUN;
      }
      case StandardDrill.Draft.Written written -> {
        if (out == null) {
          console.out().print(written.text());
        } else {
          write(folder(out), written);
          console.err().println("run it with: ./vrrplab run " + ShellWord.quoted(out));
        }
        yield ExitCode.HELD;
      }
    };
  }

  private static Path folder(String name) throws Refusal {
    try {
      return Path.of(name);
    } catch (InvalidPathException _) {
      throw Refusal.cannotRun(name + " is not a path");
    }
  }

  /** Writes all or nothing where a file is in the way: what somebody has edited is not lost. */
  private static void write(Path folder, StandardDrill.Draft.Written written) throws Refusal {
    SequencedMap<Path, byte[]> files = new LinkedHashMap<>();
    files.put(
        folder.resolve(SCENARIO_FILE), written.textBesideCopies().getBytes(StandardCharsets.UTF_8));
    written.copies().forEach((name, content) -> files.put(folder.resolve(name), content));
    for (Path file : files.sequencedKeySet()) {
      if (Files.exists(file)) {
        throw Refusal.cannotRun(file + " is there already; choose another folder");
      }
    }
    try {
      Files.createDirectories(folder);
      for (Map.Entry<Path, byte[]> file : files.sequencedEntrySet()) {
        Files.write(file.getKey(), file.getValue(), StandardOpenOption.CREATE_NEW);
      }
    } catch (IOException e) {
      throw Refusal.cannotWrite(folder, e);
    }
  }
}
