package io.vrrplab.report;

import io.vrrplab.measure.AdvertCounts;
import io.vrrplab.measure.FailoverReport;
import io.vrrplab.measure.LogEntry;
import io.vrrplab.measure.MastershipReport;
import io.vrrplab.measure.TrafficReport;
import io.vrrplab.scenario.RunResult;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Writes results as JSON, formats {@code vrrplab-result/1} and {@code vrrplab-results/1}.
 *
 * <p>Times are decimal seconds, exact to the nanosecond; a thing that did not happen is null. The
 * text ends with a line feed, and equal results give equal text.
 */
public final class ResultJson {

  private static final int PERCENT_DECIMALS = 6;

  private final JsonGenerator json;

  private ResultJson(JsonGenerator json) {
    this.json = json;
  }

  /** Writes one run. */
  public static String of(RunResult result) {
    return PrettyJson.write(json -> new ResultJson(json).run(result));
  }

  /** Writes several runs as one document, in their order. */
  public static String ofAll(List<RunResult> results) {
    return PrettyJson.write(json -> new ResultJson(json).runs(results));
  }

  private void runs(List<RunResult> results) {
    json.writeStartObject();
    json.writeStringProperty("format", "vrrplab-results/1");
    objects("runs", results, this::runFields);
    json.writeEndObject();
  }

  private void run(RunResult result) {
    json.writeStartObject();
    runFields(result);
    json.writeEndObject();
  }

  private void runFields(RunResult result) {
    json.writeStringProperty("format", "vrrplab-result/1");
    json.writeStringProperty("scenario", result.scenario());
    json.writeStringProperty("file", result.file());
    json.writeNumberProperty("seed", result.seed());
    seconds("durationSeconds", result.durationNanos());
    json.writeStringProperty("verdict", result.passed() ? "pass" : "fail");
    objects("virtualRouters", result.virtualRouters(), this::virtualRouter);
    objects("failovers", result.failovers(), this::failover);
    objects("traffic", result.traffic(), this::traffic);
    objects("expectations", result.expectations(), this::expectation);
    adverts(result.adverts());
    json.writeNumberProperty("events", result.events());
    objects("log", result.log(), this::logEntry);
  }

  private void virtualRouter(MastershipReport router) {
    json.writeStringProperty("id", router.id().toString());
    json.writeStringProperty("segment", router.id().segment());
    json.writeNumberProperty("vrid", router.id().vrid());
    json.writeNumberProperty("version", router.version());
    strings("addresses", router.addresses());
    objects("masters", router.masters(), this::term);
    seconds("dualMasterSeconds", router.dualMasterNanos());
    seconds("noMasterSeconds", router.noMasterNanos());
  }

  private void term(MastershipReport.Term term) {
    json.writeStringProperty("node", term.node());
    seconds("fromSeconds", term.fromNanos());
    seconds("toSeconds", term.toNanos());
  }

  private void failover(FailoverReport failover) {
    json.writeStringProperty("virtualRouter", failover.virtualRouter().toString());
    json.writeStringProperty("cause", failover.cause());
    json.writeStringProperty("from", failover.from());
    json.writeStringProperty("to", failover.to());
    strings("contenders", failover.contenders());
    seconds("faultSeconds", failover.faultNanos());
    seconds("lastAdvertSeconds", failover.lastAdvertNanos());
    seconds("newMasterSeconds", failover.newMasterNanos());
    seconds("masterDownSeconds", failover.masterDownNanos());
    json.writeBooleanProperty("priorityZero", failover.priorityZero());
    json.writeStringProperty("rfc", failover.rfc());
    seconds("rfcMasterDownSeconds", failover.rfcMasterDownNanos());
    json.writeBooleanProperty("withinRfc", failover.withinRfc());
    seconds("detectionSeconds", failover.detectionNanos());
    seconds("outageSeconds", failover.outageNanos());
  }

  private void traffic(TrafficReport traffic) {
    json.writeStringProperty("flow", traffic.flow());
    json.writeNumberProperty("sent", traffic.sent());
    json.writeNumberProperty("received", traffic.received());
    json.writeNumberProperty("lost", traffic.lost());
    json.writeNumberProperty("lossPercent", lossPercent(traffic));
    objects("outages", traffic.outages(), this::outage);
    roundTrip(traffic.roundTrip());
    hopLimits(traffic.hopLimits());
    TrafficReport.Service service = traffic.service();
    if (service != null) {
      objects("servedBy", service.servedBy(), this::served);
    }
  }

  private void served(TrafficReport.Served served) {
    json.writeStringProperty("node", served.node());
    json.writeNumberProperty("packets", served.packets());
  }

  private void outage(TrafficReport.Outage outage) {
    seconds("fromSeconds", outage.fromNanos());
    seconds("toSeconds", outage.toNanos());
    json.writeNumberProperty("lost", outage.lost());
  }

  private void roundTrip(TrafficReport.@Nullable RoundTrip roundTrip) {
    if (roundTrip == null) {
      json.writeNullProperty("rttSeconds");
      return;
    }
    json.writeObjectPropertyStart("rttSeconds");
    seconds("min", roundTrip.minNanos());
    seconds("avg", roundTrip.avgNanos());
    seconds("max", roundTrip.maxNanos());
    seconds("mdev", roundTrip.mdevNanos());
    json.writeEndObject();
  }

  private void hopLimits(TrafficReport.@Nullable HopLimits hopLimits) {
    if (hopLimits == null) {
      json.writeNullProperty("ttl");
      return;
    }
    json.writeObjectPropertyStart("ttl");
    json.writeNumberProperty("min", hopLimits.min());
    json.writeNumberProperty("max", hopLimits.max());
    json.writeEndObject();
  }

  private void expectation(RunResult.Judgement judgement) {
    json.writeStringProperty("expect", judgement.expect());
    json.writeBooleanProperty("held", judgement.held());
    json.writeStringProperty("observed", judgement.observed());
  }

  private void adverts(AdvertCounts adverts) {
    json.writeObjectPropertyStart("adverts");
    json.writeNumberProperty("sent", adverts.sent());
    json.writeNumberProperty("received", adverts.received());
    json.writeObjectPropertyStart("rejected");
    adverts.rejected().forEach(json::writeNumberProperty);
    json.writeEndObject();
    json.writeEndObject();
  }

  private void logEntry(LogEntry entry) {
    seconds("atSeconds", entry.atNanos());
    json.writeStringProperty("kind", entry.kind().name().toLowerCase(Locale.ROOT));
    json.writeStringProperty("subject", entry.subject());
    json.writeStringProperty("text", entry.text());
  }

  private <T> void objects(String name, List<T> values, Consumer<T> fields) {
    json.writeArrayPropertyStart(name);
    for (T value : values) {
      json.writeStartObject();
      fields.accept(value);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void strings(String name, List<String> values) {
    json.writeArrayPropertyStart(name);
    values.forEach(json::writeString);
    json.writeEndArray();
  }

  private void seconds(String name, @Nullable Long nanos) {
    if (nanos == null) {
      json.writeNullProperty(name);
    } else {
      json.writeNumberProperty(name, TimeText.decimalSeconds(nanos));
    }
  }

  /** From the counts, not from a double: 1 of 3 gives the same digits on every machine. */
  private static BigDecimal lossPercent(TrafficReport traffic) {
    if (traffic.sent() == 0) {
      return BigDecimal.valueOf(0, 1);
    }
    BigDecimal percent =
        BigDecimal.valueOf(100L * traffic.lost())
            .divide(BigDecimal.valueOf(traffic.sent()), PERCENT_DECIMALS, RoundingMode.HALF_UP)
            .stripTrailingZeros();
    return percent.scale() < 1 ? percent.setScale(1, RoundingMode.UNNECESSARY) : percent;
  }
}
