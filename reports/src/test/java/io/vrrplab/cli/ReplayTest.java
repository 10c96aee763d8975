package io.vrrplab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.scenario.ScenarioLibrary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One scenario and one seed give the same bytes, whoever else runs meanwhile and in what order. */
class ReplayTest {

  private static final int THREADS = 4;

  @TempDir private Path folder;

  /** The files of a run, byte for byte; ISO 8859-1 so that each byte is a character. */
  private record Evidence(String json, String capture) {}

  @Test
  void shouldWriteTheSameBytesInWhateverOrderScenariosRun() throws Exception {
    List<String> names = ScenarioLibrary.names();

    Map<String, Evidence> alone = new LinkedHashMap<>();
    for (String name : names) {
      alone.put(name, run(name, "alone", "42"));
    }

    assertThat(sideBySide(names, "forward")).isEqualTo(alone);
    assertThat(sideBySide(names.reversed(), "reversed")).isEqualTo(alone);
  }

  @Test
  void shouldWriteOtherBytesForAnotherSeed() throws IOException {
    assertThat(run("lxd-cluster", "one", "1").json())
        .isNotEqualTo(run("lxd-cluster", "two", "2").json());
  }

  private Map<String, Evidence> sideBySide(List<String> names, String where)
      throws InterruptedException, ExecutionException {
    Map<String, Evidence> evidence = new LinkedHashMap<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<Evidence>> runs = new ArrayList<>();
      names.forEach(name -> runs.add(threads.submit(() -> run(name, where, "42"))));
      for (int i = 0; i < names.size(); i++) {
        evidence.put(names.get(i), runs.get(i).get());
      }
    }
    return evidence;
  }

  private Evidence run(String name, String where, String seed) throws IOException {
    Path out = folder.resolve(where).resolve(name);
    Shell.Answer answer =
        Shell.typeForReal("run", name, "--seed", seed, "--out", out.toString(), "--quiet");
    assertThat(answer.exitCode()).as(answer.out() + answer.err()).isZero();
    return new Evidence(bytes(out.resolve("result.json")), bytes(out.resolve("capture.pcapng")));
  }

  private static String bytes(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1);
  }
}
