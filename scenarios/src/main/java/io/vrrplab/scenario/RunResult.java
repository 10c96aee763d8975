package io.vrrplab.scenario;

import io.vrrplab.measure.AdvertCounts;
import io.vrrplab.measure.FailoverReport;
import io.vrrplab.measure.KeepalivedLog;
import io.vrrplab.measure.LogEntry;
import io.vrrplab.measure.MastershipReport;
import io.vrrplab.measure.TrafficReport;
import java.util.List;

/**
 * What one run of a scenario gave.
 *
 * @param scenario the title
 * @param about what the scenario teaches; empty where it says nothing
 * @param file the file's name without its folder
 * @param seed the seed of every draw
 * @param durationNanos simulated time, nanoseconds
 * @param virtualRouters in the order of the file
 * @param failovers in the order of time
 * @param traffic in the order of the file
 * @param expectations in the order of the file
 * @param adverts over all nodes
 * @param events how many events the simulation executed
 * @param log the story, in the order of time
 * @param daemonLog what keepalived would have logged, in the order of time
 */
public record RunResult(
    String scenario,
    String about,
    String file,
    long seed,
    long durationNanos,
    List<MastershipReport> virtualRouters,
    List<FailoverReport> failovers,
    List<TrafficReport> traffic,
    List<Judgement> expectations,
    AdvertCounts adverts,
    long events,
    List<LogEntry> log,
    List<KeepalivedLog.Line> daemonLog) {

  /** Whether all that was expected held. */
  public boolean passed() {
    return expectations.stream().allMatch(Judgement::held);
  }

  /**
   * An expectation and its verdict.
   *
   * @param expect the expectation in words, as {@code failover m1 → m3 within rfc}
   * @param held whether it held
   * @param observed what was seen instead or in proof, as {@code 3.609 s ≤ 3.609 s}
   */
  public record Judgement(String expect, boolean held, String observed) {}
}
