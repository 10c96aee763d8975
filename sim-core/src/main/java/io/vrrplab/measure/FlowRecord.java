package io.vrrplab.measure;

import io.vrrplab.lan.Flow;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** What is known of one flow while it runs. */
final class FlowRecord {

  private final BitSet through = new BitSet();
  private final SequencedMap<String, Integer> servedBy = new LinkedHashMap<>(0);
  private int sent;
  private int received;
  private int lastThrough = -1;
  private long minNanos = Long.MAX_VALUE;
  private long maxNanos;
  private int minHopLimit;
  private int maxHopLimit;

  /** Trips are summed as what they differ from the first, so that squares lose no digits. */
  private long firstNanos;

  private double sum;
  private double sumOfSquares;

  void sent(int sequence) {
    sent = sequence + 1;
  }

  void served(String node) {
    servedBy.merge(node, 1, Integer::sum);
  }

  void arrived(int sequence, long tookNanos, int hopLimit) {
    if (through.get(sequence)) {
      return;
    }
    through.set(sequence);
    received++;
    lastThrough = Math.max(lastThrough, sequence);
    minNanos = Math.min(minNanos, tookNanos);
    maxNanos = Math.max(maxNanos, tookNanos);
    minHopLimit = received == 1 ? hopLimit : Math.min(minHopLimit, hopLimit);
    maxHopLimit = Math.max(maxHopLimit, hopLimit);
    if (received == 1) {
      firstNanos = tookNanos;
    }
    double offset = tookNanos - firstNanos;
    sum += offset;
    sumOfSquares += offset * offset;
  }

  List<TrafficReport.Served> servedBy() {
    return servedBy.sequencedEntrySet().stream()
        .map(entry -> new TrafficReport.Served(entry.getKey(), entry.getValue()))
        .toList();
  }

  int received() {
    return received;
  }

  /**
   * How many packets have a known fate. One that was sent after the last that got through, and that
   * is younger than the longest trip seen, may still be on its way.
   */
  int decided(Flow flow, long nowNanos) {
    int decided = sent;
    while (decided - 1 > lastThrough && nowNanos - flow.sentNanos(decided - 1) <= maxNanos) {
      decided--;
    }
    return decided;
  }

  List<TrafficReport.Outage> outages(Flow flow, int decided) {
    List<TrafficReport.Outage> outages = new ArrayList<>();
    int from = through.nextClearBit(0);
    while (from < decided) {
      int next = through.nextSetBit(from);
      int to = next < 0 ? decided : next;
      Long toNanos = next < 0 ? null : flow.sentNanos(next);
      outages.add(new TrafficReport.Outage(flow.sentNanos(from), toNanos, to - from));
      from = through.nextClearBit(to);
    }
    return outages;
  }

  TrafficReport.@Nullable HopLimits hopLimits() {
    return received == 0 ? null : new TrafficReport.HopLimits(minHopLimit, maxHopLimit);
  }

  TrafficReport.@Nullable RoundTrip roundTrip() {
    if (received == 0) {
      return null;
    }
    double mean = sum / received;
    double variance = Math.max(0, sumOfSquares / received - mean * mean);
    return new TrafficReport.RoundTrip(
        minNanos, firstNanos + Math.round(mean), maxNanos, Math.round(Math.sqrt(variance)));
  }
}
