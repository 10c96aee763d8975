package io.vrrplab.cli;

import io.vrrplab.report.ResultJson;
import io.vrrplab.scenario.RunResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Where the results of a command go. The result files are opened before anything runs, so that a
 * path that cannot be written is known at once and not after the work.
 */
final class ResultFiles implements AutoCloseable {

  private static final String STANDARD_OUTPUT = "-";
  private static final String RESULT = "result.json";
  private static final String CAPTURE = "capture.pcapng";
  private static final String JUNIT = "junit.xml";

  private final Wanted wanted;
  private final boolean several;
  private final Console console;
  private final List<PendingFile> results = new ArrayList<>();
  private final List<PendingFile> junits = new ArrayList<>();
  private final List<PendingFile> opened = new CopyOnWriteArrayList<>();
  private final Set<String> foldersUsed = new LinkedHashSet<>();

  private ResultFiles(Wanted wanted, boolean several, Console console) {
    this.wanted = wanted;
    this.several = several;
    this.console = console;
  }

  /**
   * What the options ask for.
   *
   * @param json a file, {@code -}, or null
   * @param pcap a file or null
   * @param junit a file or null
   * @param out a folder or null
   * @param forTests whether the command has results that CI reads as tests
   */
  record Wanted(
      @Nullable String json,
      @Nullable String pcap,
      @Nullable String junit,
      @Nullable String out,
      boolean forTests) {

    /** For a command that runs scenarios. */
    static Wanted ofScenarios(@Nullable String json, @Nullable String pcap, @Nullable String out) {
      return new Wanted(json, pcap, null, out, false);
    }

    /** For a command that runs tests. */
    static Wanted ofTests(@Nullable String json, @Nullable String junit, @Nullable String out) {
      return new Wanted(json, null, junit, out, true);
    }

    boolean jsonToStandardOutput() {
      return STANDARD_OUTPUT.equals(json);
    }
  }

  /**
   * Opens the result files.
   *
   * @param several whether more than one scenario is going to run
   */
  static ResultFiles open(Wanted wanted, boolean several, Console console) throws Refusal {
    if (wanted.pcap() != null && several) {
      throw Refusal.cannotRun(
          "--pcap takes the frames of one scenario; with several, --out DIR keeps them apart");
    }
    if (wanted.json() != null && wanted.json().equals(wanted.pcap())) {
      throw Refusal.cannotRun("--json and --pcap name the same file");
    }
    if (wanted.json() != null && wanted.json().equals(wanted.junit())) {
      throw Refusal.cannotRun("--json and --junit name the same file");
    }
    ResultFiles files = new ResultFiles(wanted, several, console);
    files.openResults();
    return files;
  }

  /** Opens the files for the capture of one scenario. */
  CaptureFiles capturesOf(ScenarioSource source) throws Refusal {
    List<PendingFile> captures = new ArrayList<>();
    if (wanted.out() != null) {
      Path folder = path(wanted.out());
      captures.add(
          openFile(folder(several ? folder.resolve(unusedName(source.stem())) : folder), CAPTURE));
    }
    if (wanted.pcap() != null) {
      captures.add(openFile(path(wanted.pcap())));
    }
    return new CaptureFiles(captures);
  }

  /** Writes the results to all places that want them; nothing where no run was finished. */
  void writeResults(List<RunResult> runs) throws Refusal {
    if (!runs.isEmpty() && (!results.isEmpty() || wanted.jsonToStandardOutput())) {
      write(several ? ResultJson.ofAll(runs) : ResultJson.of(runs.getFirst()));
    }
  }

  /** Writes a result to all places that want it. */
  void write(String json) throws Refusal {
    if (wanted.jsonToStandardOutput()) {
      console.out().print(json);
      console.out().flush();
    }
    commit(results, json);
  }

  /** Writes the results that CI reads to all places that want them. */
  void writeJunit(String xml) throws Refusal {
    commit(junits, xml);
  }

  private static void commit(List<PendingFile> files, String content) throws Refusal {
    for (PendingFile file : files) {
      try {
        file.stream().write(content.getBytes(StandardCharsets.UTF_8));
        file.commit();
      } catch (IOException e) {
        throw Refusal.cannotWrite(file.target(), e);
      }
    }
  }

  /** Removes what is not complete, from another thread than the one that writes. */
  void discard() throws Refusal {
    for (PendingFile file : opened) {
      try {
        file.discard();
      } catch (IOException e) {
        throw Refusal.cannotWrite(file.target(), e);
      }
    }
  }

  @Override
  public void close() throws Refusal {
    close(results);
    close(junits);
  }

  private static void close(List<PendingFile> files) throws Refusal {
    for (PendingFile file : files) {
      try {
        file.close();
      } catch (IOException e) {
        throw Refusal.cannotWrite(file.target(), e);
      }
    }
  }

  private void openResults() throws Refusal {
    if (wanted.out() != null) {
      results.add(openFile(folder(path(wanted.out())), RESULT));
      if (wanted.forTests()) {
        junits.add(openFile(folder(path(wanted.out())), JUNIT));
      }
    }
    if (wanted.junit() != null) {
      junits.add(openFile(path(wanted.junit())));
    }
    if (wanted.json() != null && !wanted.jsonToStandardOutput()) {
      results.add(openFile(path(wanted.json())));
    }
    if (wanted.pcap() != null && !several) {
      // Opened for good when its run begins; here only to fail before the work.
      capturesCanBeWritten(path(wanted.pcap()));
    }
  }

  private static void capturesCanBeWritten(Path path) throws Refusal {
    try (PendingFile file = PendingFile.open(path)) {
      file.stream().flush();
    } catch (IOException e) {
      throw Refusal.cannotWrite(path, e);
    }
  }

  private static Path folder(Path folder) throws Refusal {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw Refusal.cannotWrite(folder, e);
    }
  }

  private PendingFile openFile(Path folder, String name) throws Refusal {
    return openFile(folder.resolve(name));
  }

  private PendingFile openFile(Path path) throws Refusal {
    try {
      PendingFile file = PendingFile.open(path);
      opened.add(file);
      return file;
    } catch (IOException e) {
      throw Refusal.cannotWrite(path, e);
    }
  }

  private static Path path(String text) throws Refusal {
    try {
      return Path.of(text);
    } catch (InvalidPathException _) {
      throw Refusal.cannotRun(text + " is not a path that the system's character set can write");
    }
  }

  /** Two scenarios of one name, from two folders, get a folder each. */
  private String unusedName(String stem) {
    String name = stem;
    for (int next = 2; !foldersUsed.add(name); next++) {
      name = stem + "-" + next;
    }
    return name;
  }
}
