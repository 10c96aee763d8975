package io.vrrplab.report;

import static io.vrrplab.report.Grid.Lean.LEFT;
import static io.vrrplab.report.Grid.Lean.RIGHT;

import io.vrrplab.measure.TrafficReport;
import io.vrrplab.scenario.RunResult;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What clients lost, in the words of ping (iputils), and when. */
final class TrafficSection {

  private static final int OUTAGES_SHOWN = 20;
  private static final long NANOS_PER_MILLISECOND = 1_000_000;

  /** C's {@code %g}, with which ping prints its loss, has six significant digits. */
  private static final MathContext SIX_DIGITS = new MathContext(6);

  private TrafficSection() {}

  static List<String> lines(RunResult result, Ink ink) {
    List<String> lines = new ArrayList<>();
    for (TrafficReport flow : result.traffic()) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.addAll(flow(flow, ink));
    }
    return lines;
  }

  private static List<String> flow(TrafficReport flow, Ink ink) {
    List<String> lines = new ArrayList<>();
    TrafficReport.Service service = flow.service();
    String destination =
        Printable.of(flow.destination()) + (service == null ? "" : ":" + service.port());
    lines.add(ink.faint("from " + Printable.of(flow.from())));
    lines.add("--- %s %s statistics ---".formatted(destination, flow.kind()));
    lines.add(
        "%d packets transmitted, %d received, %s%% packet loss, time %dms"
            .formatted(
                flow.sent(),
                flow.received(),
                lossPercent(flow),
                flow.elapsedNanos() / NANOS_PER_MILLISECOND));
    TrafficReport.RoundTrip rtt = flow.roundTrip();
    if (rtt != null) {
      lines.add(
          "rtt min/avg/max/mdev = %s/%s/%s/%s ms, ttl %s"
              .formatted(
                  TimeText.pingMillis(rtt.minNanos()),
                  TimeText.pingMillis(rtt.avgNanos()),
                  TimeText.pingMillis(rtt.maxNanos()),
                  TimeText.pingMillis(rtt.mdevNanos()),
                  ttl(flow.hopLimits())));
    }
    if (service != null) {
      lines.add("served by " + servedBy(service));
    }
    lines.addAll(outages(flow.outages()));
    int hidden = flow.outages().size() - OUTAGES_SHOWN;
    if (hidden > 0) {
      lines.add(ink.faint("… and %d more outages, all in --json".formatted(hidden)));
    }
    return lines;
  }

  private static String servedBy(TrafficReport.Service service) {
    return service.servedBy().isEmpty()
        ? "nobody"
        : service.servedBy().stream()
            .map(served -> Printable.of(served.node()) + " " + served.packets())
            .collect(Collectors.joining(", "));
  }

  private static String ttl(TrafficReport.@Nullable HopLimits seen) {
    if (seen == null) {
      return Columns.NOTHING;
    }
    return seen.min() == seen.max() ? "" + seen.min() : seen.min() + "–" + seen.max();
  }

  private static List<String> outages(List<TrafficReport.Outage> outages) {
    List<TrafficReport.Outage> shown = outages.subList(0, Math.min(OUTAGES_SHOWN, outages.size()));
    List<@Nullable Long> moments = new ArrayList<>();
    for (TrafficReport.Outage outage : shown) {
      moments.add(outage.fromNanos());
      moments.add(outage.toNanos());
    }
    int decimals = Columns.decimals(moments);
    List<List<String>> rows = shown.stream().map(outage -> row(outage, decimals)).toList();
    return Grid.lines(rows, List.of(LEFT, RIGHT, RIGHT, RIGHT, LEFT));
  }

  private static List<String> row(TrafficReport.Outage outage, int decimals) {
    Long to = outage.toNanos();
    return List.of(
        "outage",
        TimeText.seconds(outage.fromNanos(), decimals) + " s –",
        to == null ? "the end" : TimeText.seconds(to, decimals) + " s",
        to == null ? Columns.NOTHING : TimeText.exact(to - outage.fromNanos()),
        outage.lost() == 1 ? "1 packet lost" : outage.lost() + " packets lost");
  }

  private static String lossPercent(TrafficReport flow) {
    if (flow.sent() == 0) {
      return "0";
    }
    return BigDecimal.valueOf(100L * flow.lost())
        .divide(BigDecimal.valueOf(flow.sent()), SIX_DIGITS)
        .stripTrailingZeros()
        .toPlainString();
  }
}
