package io.vrrplab.spark;

import io.vrrplab.campaign.Campaign;
import io.vrrplab.cli.Engine;
import io.vrrplab.scenario.SweepPoint;
import io.vrrplab.scenario.daemon.StandardDrill;
import io.vrrplab.scenario.read.SweepReading;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** The simulator of this process, but for campaigns, which a Spark cluster works off. */
final class SparkEngine implements Engine {

  private final Engine local = Engine.simulator();
  private final SparkConf conf;

  /**
   * An engine that starts Spark when a campaign begins and not before.
   *
   * @param conf says which cluster; without a word on it, all processors of this machine
   */
  SparkEngine(SparkConf conf) {
    this.conf =
        conf.clone()
            .setIfMissing("spark.master", "local[*]")
            .setIfMissing("spark.app.name", "vrrplab");
  }

  @Override
  public List<Bundled> bundled() {
    return local.bundled();
  }

  @Override
  public Reading readBundled(String name) {
    return local.readBundled(name);
  }

  @Override
  public Reading read(Path file) {
    return local.read(file);
  }

  @Override
  public SweepReading readBundledSweep(String name) {
    return local.readBundledSweep(name);
  }

  @Override
  public SweepReading readSweep(Path file) {
    return local.readSweep(file);
  }

  @Override
  public Reading readDrill(List<String> files, List<String> addresses) {
    return local.readDrill(files, addresses);
  }

  @Override
  public SweepReading readDrillSweep(List<String> files, List<String> addresses) {
    return local.readDrillSweep(files, addresses);
  }

  @Override
  public StandardDrill.Draft draftDrill(List<String> files, List<String> addresses) {
    return local.draftDrill(files, addresses);
  }

  @Override
  public Prepared prepared(SweepPoint point) {
    return local.prepared(point);
  }

  /** The cluster knows how many work; {@code jobs} says nothing to it. */
  @Override
  public void run(Campaign campaign, String scenario, int jobs, LongConsumer progress) {
    try (JavaSparkContext spark = new JavaSparkContext(conf)) {
      SparkCrew crew = new SparkCrew(spark, SharedPlan.of(scenario, campaign.plan()));
      campaign.run(crew, crew.wave(), progress);
    }
  }
}
