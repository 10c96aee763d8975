package io.vrrplab.report;

import io.vrrplab.measure.AdvertCounts;
import io.vrrplab.measure.FailoverReport;
import io.vrrplab.measure.KeepalivedLog;
import io.vrrplab.measure.LogEntry;
import io.vrrplab.measure.LogEntry.Kind;
import io.vrrplab.measure.MastershipReport;
import io.vrrplab.measure.TrafficReport;
import io.vrrplab.measure.TrafficReport.Served;
import io.vrrplab.measure.VirtualRouterId;
import io.vrrplab.scenario.RunResult;
import io.vrrplab.scenario.RunResult.Judgement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Results that are hard to lay out: long names, hostile names, nothing at all, a broken bound. */
final class DrillRuns {

  private static final VirtualRouterId EDGE_7 = new VirtualRouterId("edge", 7, true);
  private static final long MILLISECOND = 1_000_000L;

  private DrillRuns() {}

  /** VRRPv3 at 10 ms; a stop with priority 0, then a crash whose bound is missed by 1 ns. */
  static RunResult edge() {
    SequencedMap<String, Long> rejected = new LinkedHashMap<>();
    rejected.put("ttl", 2L);
    rejected.put("checksum", 0L);
    rejected.put("addresses", 1L);
    return new RunResult(
        "Édge \u001b[31mröuter\u202e 東京 e\u0301",
        "PASS  forged\nPASS  forged \u001b[31m",
        "edge.yaml",
        -7,
        2_000 * MILLISECOND,
        List.of(
            new MastershipReport(
                EDGE_7,
                3,
                List.of("fe80::1", "2001:db8::1"),
                List.of(new MastershipReport.Term("東京-edge-1", 35 * MILLISECOND, 500_000_001L)),
                0,
                1_499_999_999L)),
        List.of(stop(), crash()),
        List.of(
            udp(),
            silent(),
            request(new Served("東京-edge-1", 3), new Served("a\u001b[31m", 2)),
            request()),
        List.of(
            new Judgement(
                "failover 東京-edge-1 → frankfurt-edge-router-2 within rfc and with no more than"
                    + " 3 packets lost",
                false,
                "31.445314 ms > 31.445313 ms, by a nanosecond, which no clock of this world would"
                    + " have noticed but ours")),
        new AdvertCounts(200, 400, rejected),
        9_999_999,
        List.of(
            new LogEntry(500_000_001L, Kind.FAULT, "東京-edge-1", "stop\r\nPASS  forged"),
            new LogEntry(500_000_002L, Kind.NOTE, "frankfurt-edge-router-2", "x".repeat(90))),
        List.of(
            new KeepalivedLog.Line(500_000_001L, "東京-edge-1", "(VI_1) Entering MASTER STATE"),
            new KeepalivedLog.Line(1_900_000_000L, "a", "(VI_1) sent 0 priority\u001b[31m")));
  }

  /** A run without virtual routers, traffic or expectations. */
  static RunResult empty() {
    return new RunResult(
        "Nothing",
        "",
        "nothing.yaml",
        1,
        0,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new AdvertCounts(0, 0, new LinkedHashMap<>()),
        0,
        List.of(),
        List.of());
  }

  private static FailoverReport stop() {
    return new FailoverReport(
        EDGE_7,
        "stop",
        "東京-edge-1",
        "frankfurt-edge-router-2",
        List.of(),
        500 * MILLISECOND,
        500_050_000L,
        501_456_250L,
        1_406_250L,
        true,
        "RFC 9568 6.1",
        1_406_250L,
        true,
        1_456_250L,
        null);
  }

  private static FailoverReport crash() {
    return new FailoverReport(
        EDGE_7,
        "crash",
        "frankfurt-edge-router-2",
        "東京-edge-1",
        List.of("backup-3", "backup-4"),
        1_000 * MILLISECOND,
        995_000_000L,
        1_026_445_314L,
        31_445_314L,
        false,
        "RFC 9568 6.1",
        31_445_313L,
        false,
        26_445_314L,
        40 * MILLISECOND);
  }

  private static TrafficReport udp() {
    return new TrafficReport(
        "udp client 2001:db8::1",
        "client",
        "udp",
        "2001:db8::1",
        200,
        3,
        20 * MILLISECOND,
        2,
        List.of(new TrafficReport.Outage(1_000 * MILLISECOND, null, 1)),
        null,
        new TrafficReport.HopLimits(62, 64),
        null);
  }

  private static TrafficReport request(Served... servedBy) {
    return new TrafficReport(
        "udp client 192.0.2.50:8080",
        "client",
        "udp",
        "192.0.2.50",
        200,
        5,
        400 * MILLISECOND,
        5,
        List.of(),
        new TrafficReport.RoundTrip(200_000, 206_000, 400_000, 34_292),
        new TrafficReport.HopLimits(62, 62),
        new TrafficReport.Service(8080, List.of(servedBy)));
  }

  private static TrafficReport silent() {
    return new TrafficReport(
        "ping client fe80::1",
        "client",
        "ping",
        "fe80::1",
        56,
        0,
        0,
        0,
        List.of(),
        null,
        null,
        null);
  }
}
