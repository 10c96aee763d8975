package io.vrrplab.spark;

import io.vrrplab.campaign.CampaignPlan;
import io.vrrplab.scenario.Companions;
import io.vrrplab.scenario.ScenarioLibrary;
import io.vrrplab.scenario.read.ScenarioReader;
import io.vrrplab.scenario.read.SweepReading;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A campaign's plan on its way to the executors: the scenario file itself, the configurations that
 * it names, and what else makes a plan of it. Each executor reads them once.
 */
final class SharedPlan implements Serializable {

  private static final long serialVersionUID = 1L;

  private final String label;
  private final byte[] content;
  private final PackedFiles files;
  private final long seed;
  private final int runs;
  private transient @Nullable CampaignPlan plan;

  private SharedPlan(String label, byte[] content, Companions companions, CampaignPlan plan) {
    this.label = label;
    this.content = content;
    this.files = PackedFiles.of(label, content, companions);
    this.seed = plan.seed();
    this.runs = plan.runs();
  }

  /**
   * Packs up a plan.
   *
   * @param scenario the file or the bundled scenario that it was made from
   */
  static SharedPlan of(String scenario, CampaignPlan plan) {
    Path file = Path.of(scenario);
    if (Files.exists(file)) {
      try {
        // an absolute path is the same on executors, whatever folder they work in
        String label = file.toAbsolutePath().toString();
        return new SharedPlan(label, Files.readAllBytes(file), Companions.beside(file), plan);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    ScenarioLibrary.Bundled bundled = ScenarioLibrary.find(scenario).orElseThrow();
    return new SharedPlan(bundled.file(), bundled.content(), bundled.companions(), plan);
  }

  /** The plan; when to stop is for the driver to know. */
  synchronized CampaignPlan plan() {
    CampaignPlan known = plan;
    if (known == null) {
      known =
          switch (new ScenarioReader().readSweep(label, content, files)) {
            case SweepReading.Read read -> new CampaignPlan(read.points(), seed, runs, null);
            case SweepReading.Refused refused ->
                throw new IllegalStateException(
                    "the driver could read it, this executor cannot: " + refused.problems());
          };
      plan = known;
    }
    return known;
  }
}
