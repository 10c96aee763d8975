package io.vrrplab.report;

import io.vrrplab.measure.AdvertCounts;
import io.vrrplab.measure.FailoverReport;
import io.vrrplab.measure.LogEntry;
import io.vrrplab.measure.LogEntry.Kind;
import io.vrrplab.measure.MastershipReport;
import io.vrrplab.measure.TrafficReport;
import io.vrrplab.measure.VirtualRouterId;
import io.vrrplab.scenario.RunResult;
import io.vrrplab.scenario.RunResult.Judgement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Results as the simulator gives them, worked out by hand from RFC 3768 6.1 and 6.4. */
public final class SampleRuns {

  private static final VirtualRouterId LAN_41 = new VirtualRouterId("lan", 41, false);
  private static final long SECOND = 1_000_000_000L;
  private static final long MICROSECOND = 1_000L;

  /** Priority 200 at 1 s: 3 s and a skew of 56/256 s. */
  private static final long M1_UP = 3_218_750 * MICROSECOND;

  /** The last advert of m1 before 10 s, one link of 50 µs later. */
  private static final long LAST_ADVERT = 9_218_800 * MICROSECOND;

  /** Priority 100 at 1 s: 3 s and a skew of 156/256 s. */
  private static final long MASTER_DOWN = 3_609_375 * MICROSECOND;

  private static final long M3_UP = LAST_ADVERT + MASTER_DOWN;
  private static final long M1_BACK = 33_218_750 * MICROSECOND;

  private SampleRuns() {}

  /** Three nodes; m1 crashes at 10 s, m2 and m3 tie, m1 returns at 30 s. All holds. */
  public static RunResult cluster(long seed) {
    return new RunResult(
        "An LXD cluster loses its master",
        "Three members share an address, and the one that holds it loses power. m2 and m3 have one"
            + " priority, so both stand up.\nOf two Masters the higher address stays.",
        "scenario.yaml",
        seed,
        40 * SECOND,
        List.of(mastership()),
        List.of(crash(), preemption()),
        List.of(ping()),
        List.of(
            new Judgement("master of lan/41/ipv4 at 9 s is m1", true, "m1"),
            new Judgement("failover m1 → m3 within rfc", true, "3.609375 s ≤ 3.609375 s"),
            new Judgement("master of lan/41/ipv4 at 40 s is m1", true, "m1"),
            new Judgement("loss from my-client at most 8", true, "7 of 40")),
        new AdvertCounts(37, 74, rejected(0)),
        1234,
        clusterLog(),
        List.of());
  }

  /** The same run with two expectations that do not hold. */
  public static RunResult failed(long seed) {
    RunResult run = cluster(seed);
    return new RunResult(
        run.scenario(),
        run.about(),
        run.file(),
        run.seed(),
        run.durationNanos(),
        run.virtualRouters(),
        run.failovers(),
        run.traffic(),
        List.of(
            new Judgement("failover m1 → m2 within rfc", false, "m3 took over at 12.828175 s"),
            new Judgement("loss from my-client at most 2", false, "7 of 40"),
            new Judgement("master of lan/41/ipv4 at 40 s is m1", true, "m1")),
        run.adverts(),
        run.events(),
        run.log(),
        run.daemonLog());
  }

  private static MastershipReport mastership() {
    return new MastershipReport(
        LAN_41,
        2,
        List.of("192.0.2.50"),
        List.of(
            new MastershipReport.Term("m1", M1_UP, 10 * SECOND),
            new MastershipReport.Term("m2", M3_UP, M3_UP + 50 * MICROSECOND),
            new MastershipReport.Term("m3", M3_UP, M1_BACK + 50 * MICROSECOND),
            new MastershipReport.Term("m1", M1_BACK, null)),
        100 * MICROSECOND,
        M3_UP - 10 * SECOND);
  }

  private static FailoverReport crash() {
    return new FailoverReport(
        LAN_41,
        "crash",
        "m1",
        "m3",
        List.of("m2"),
        10 * SECOND,
        LAST_ADVERT,
        M3_UP,
        MASTER_DOWN,
        false,
        "RFC 3768 6.1",
        MASTER_DOWN,
        true,
        M3_UP - 10 * SECOND,
        3 * SECOND);
  }

  private static FailoverReport preemption() {
    return new FailoverReport(
        LAN_41,
        "preempt",
        "m3",
        "m1",
        List.of(),
        30 * SECOND,
        null,
        M1_BACK,
        null,
        false,
        "RFC 3768 6.1",
        M1_UP,
        true,
        M1_BACK - 30 * SECOND,
        0L);
  }

  private static TrafficReport ping() {
    return new TrafficReport(
        "ping my-client 192.0.2.50",
        "my-client",
        "ping",
        "192.0.2.50",
        56,
        40,
        39 * SECOND,
        33,
        List.of(
            new TrafficReport.Outage(0, 4 * SECOND, 4),
            new TrafficReport.Outage(10 * SECOND, 13 * SECOND, 3)),
        new TrafficReport.RoundTrip(
            200 * MICROSECOND, 206 * MICROSECOND, 400 * MICROSECOND, 34_292),
        new TrafficReport.HopLimits(62, 64),
        null);
  }

  private static SequencedMap<String, Long> rejected(long badChecksums) {
    SequencedMap<String, Long> rejected = new LinkedHashMap<>();
    rejected.put("ttl", 0L);
    rejected.put("version", 0L);
    rejected.put("checksum", badChecksums);
    return rejected;
  }

  private static List<LogEntry> clusterLog() {
    return List.of(
        new LogEntry(0, Kind.STATE, "m1", "Initialize → Backup (VRID 41): started, priority 200"),
        new LogEntry(0, Kind.STATE, "m2", "Initialize → Backup (VRID 41): started, priority 100"),
        new LogEntry(0, Kind.STATE, "m3", "Initialize → Backup (VRID 41): started, priority 100"),
        new LogEntry(
            M1_UP, Kind.STATE, "m1", "Backup → Master (VRID 41): nothing heard for 3.21875 s"),
        new LogEntry(10 * SECOND, Kind.FAULT, "m1", "crash: power off, nothing is said"),
        new LogEntry(
            M3_UP, Kind.STATE, "m2", "Backup → Master (VRID 41): nothing heard for 3.609375 s"),
        new LogEntry(
            M3_UP, Kind.STATE, "m3", "Backup → Master (VRID 41): nothing heard for 3.609375 s"),
        new LogEntry(
            M3_UP + 50 * MICROSECOND,
            Kind.STATE,
            "m2",
            "Master → Backup (VRID 41): 192.0.2.13 has the same priority and the higher address"),
        new LogEntry(
            M3_UP + 50 * MICROSECOND, Kind.NOTE, "lan", "frame of my-client to m1 lost: port down"),
        new LogEntry(30 * SECOND, Kind.FAULT, "m1", "start"),
        new LogEntry(
            30 * SECOND, Kind.STATE, "m1", "Initialize → Backup (VRID 41): started, priority 200"),
        new LogEntry(M1_BACK, Kind.STATE, "m1", "Backup → Master (VRID 41): nothing better heard"),
        new LogEntry(
            M1_BACK + 50 * MICROSECOND,
            Kind.STATE,
            "m3",
            "Master → Backup (VRID 41): m1 has the higher priority, 200"));
  }
}
