package io.vrrplab.report;

import io.vrrplab.campaign.BrokenExpectation;
import io.vrrplab.campaign.CampaignResult;
import io.vrrplab.campaign.Distribution;
import io.vrrplab.campaign.Measure;
import io.vrrplab.campaign.PointResult;
import io.vrrplab.campaign.Share;
import io.vrrplab.scenario.Scenario;
import io.vrrplab.scenario.SweepPoint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;

/**
 * Writes campaigns as JSON, format {@code vrrplab-campaign/1}: a point for each crossing of the
 * sweep, a distribution for each measure. Measures whose names end in {@code Seconds} are times.
 */
public final class CampaignJson {

  private static final int DIGITS_OF_A_SECOND = 9;

  /** Means lie between nanoseconds; thousandths of one are kept. */
  private static final int DECIMALS = 3;

  private static final int SHARE_DECIMALS = 9;

  private final JsonGenerator json;
  private final Function<BrokenExpectation, String> replay;

  private CampaignJson(JsonGenerator json, Function<BrokenExpectation, String> replay) {
    this.json = json;
    this.replay = replay;
  }

  /**
   * Writes a campaign.
   *
   * @param replay gives the command that shows a broken expectation again
   */
  public static String of(CampaignResult result, Function<BrokenExpectation, String> replay) {
    return PrettyJson.write(json -> new CampaignJson(json, replay).campaign(result));
  }

  private void campaign(CampaignResult result) {
    Scenario scenario = result.plan().points().getFirst().scenario();
    json.writeStartObject();
    json.writeStringProperty("format", "vrrplab-campaign/1");
    json.writeStringProperty("scenario", scenario.title());
    json.writeStringProperty("file", scenario.file());
    json.writeNumberProperty("seed", result.plan().seed());
    json.writeNumberProperty("runsPlanned", result.plan().totalRuns());
    json.writeNumberProperty("runs", result.runs());
    json.writeBooleanProperty("interrupted", result.interrupted());
    json.writeStringProperty("verdict", result.passed() ? "pass" : "fail");
    json.writeNumberProperty("brokenRuns", result.brokenRuns());
    json.writeArrayPropertyStart("points");
    result.points().forEach(this::point);
    json.writeEndArray();
    json.writeArrayPropertyStart("broken");
    result.broken().forEach(this::broken);
    json.writeEndArray();
    json.writeEndObject();
  }

  private void point(PointResult point) {
    json.writeStartObject();
    settings(point.point().settings());
    json.writeNumberProperty("runs", point.kept().of());
    json.writeBooleanProperty("stoppedEarly", point.stoppedEarly());
    kept(point.kept());
    List<PointResult.Measured> lost =
        point.measures().stream().filter(it -> it.measure() instanceof Measure.Lost).toList();
    for (PointResult.Measured each : point.measures()) {
      if (!lost.contains(each)) {
        json.writeObjectPropertyStart(name(each.measure()));
        distribution(each);
        json.writeEndObject();
      }
    }
    json.writeArrayPropertyStart("lost");
    for (PointResult.Measured each : lost) {
      json.writeStartObject();
      json.writeStringProperty("flow", ((Measure.Lost) each.measure()).flow());
      distribution(each);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void settings(List<SweepPoint.Setting> settings) {
    json.writeObjectPropertyStart("sweep");
    settings.forEach(setting -> json.writeStringProperty(setting.name(), setting.value()));
    json.writeEndObject();
  }

  private void kept(Share kept) {
    json.writeObjectPropertyStart("kept");
    json.writeNumberProperty("count", kept.hits());
    json.writeNumberProperty("share", decimal(BigDecimal.valueOf(kept.value()), SHARE_DECIMALS));
    json.writeNumberProperty("low", decimal(BigDecimal.valueOf(kept.low()), SHARE_DECIMALS));
    json.writeNumberProperty("high", decimal(BigDecimal.valueOf(kept.high()), SHARE_DECIMALS));
    json.writeEndObject();
  }

  private static String name(Measure measure) {
    return switch (measure) {
      case Measure.OfFailover each ->
          switch (each) {
            case DETECTION -> "detectionSeconds";
            case MASTER_DOWN -> "masterDownSeconds";
            case OUTAGE -> "outageSeconds";
          };
      case Measure.OfVirtualRouter each ->
          switch (each) {
            case DUAL_MASTER -> "dualMasterSeconds";
            case NO_MASTER -> "noMasterSeconds";
            case FIRST_MASTER -> "firstMasterSeconds";
          };
      case Measure.Failovers _ -> "failovers";
      case Measure.Lost lost -> lost.flow();
    };
  }

  private void distribution(PointResult.Measured measured) {
    Distribution it = measured.distribution();
    int shift = CampaignText.isTime(measured.measure()) ? DIGITS_OF_A_SECOND : 0;
    json.writeNumberProperty("count", it.count());
    json.writeNumberProperty("min", exact(it.min(), shift));
    json.writeNumberProperty("mean", between(it.mean(), shift));
    json.writeNumberProperty("meanLow", between(it.meanLow(), shift));
    json.writeNumberProperty("meanHigh", between(it.meanHigh(), shift));
    json.writeNumberProperty("stddev", between(it.stddev(), shift));
    json.writeNumberProperty("p50", exact(it.p50(), shift));
    json.writeNumberProperty("p90", exact(it.p90(), shift));
    json.writeNumberProperty("p99", exact(it.p99(), shift));
    json.writeNumberProperty("p999", exact(it.p999(), shift));
    json.writeNumberProperty("max", exact(it.max(), shift));
    json.writeObjectPropertyStart("histogram");
    json.writeNumberProperty("from", exact(it.histogram().from(), shift));
    json.writeNumberProperty("step", exact(it.histogram().step(), shift));
    json.writeArrayPropertyStart("counts");
    it.histogram().counts().forEach(json::writeNumber);
    json.writeEndArray();
    json.writeEndObject();
  }

  private void broken(BrokenExpectation broken) {
    json.writeStartObject();
    settings(broken.settings());
    json.writeNumberProperty("run", broken.run());
    json.writeNumberProperty("seed", broken.seed());
    json.writeStringProperty("expect", broken.expect());
    json.writeStringProperty("observed", broken.observed());
    json.writeStringProperty("replay", replay.apply(broken));
    json.writeEndObject();
  }

  /** A count as it is, a time in seconds with one decimal at least. */
  private static BigDecimal exact(long value, int shift) {
    return shift == 0 ? BigDecimal.valueOf(value) : TimeText.decimalSeconds(value);
  }

  private static BigDecimal between(double value, int shift) {
    int decimals = shift == 0 ? SHARE_DECIMALS : shift + DECIMALS;
    return decimal(BigDecimal.valueOf(value).movePointLeft(shift), decimals);
  }

  private static BigDecimal decimal(BigDecimal value, int decimals) {
    BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_EVEN).stripTrailingZeros();
    return rounded.scale() < 1 ? rounded.setScale(1, RoundingMode.UNNECESSARY) : rounded;
  }
}
