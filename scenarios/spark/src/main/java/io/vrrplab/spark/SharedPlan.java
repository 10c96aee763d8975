package io.vrrplab.spark;

import io.vrrplab.campaign.CampaignPlan;
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
 * A campaign's plan on its way to the executors: the scenario file itself, and what else makes a
 * plan of it. Each executor reads the file once.
 */
final class SharedPlan implements Serializable {

  private static final long serialVersionUID = 1L;

  private final String label;
  private final byte[] content;
  private final long seed;
  private final int runs;
  private transient @Nullable CampaignPlan plan;

  private SharedPlan(String label, byte[] content, CampaignPlan plan) {
    this.label = label;
    this.content = content;
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
        return new SharedPlan(scenario, Files.readAllBytes(file), plan);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    ScenarioLibrary.Bundled bundled = ScenarioLibrary.find(scenario).orElseThrow();
    return new SharedPlan(bundled.file(), bundled.content(), plan);
  }

  /** The plan; when to stop is for the driver to know. */
  synchronized CampaignPlan plan() {
    CampaignPlan known = plan;
    if (known == null) {
      known =
          switch (new ScenarioReader().readSweep(label, content)) {
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
