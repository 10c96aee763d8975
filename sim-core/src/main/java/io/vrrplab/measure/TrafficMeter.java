package io.vrrplab.measure;

import io.vrrplab.lan.Flow;
import io.vrrplab.lan.Lab;
import io.vrrplab.lan.LabListener;
import io.vrrplab.lan.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Counts what each flow sent and what got through. */
public final class TrafficMeter implements LabListener {

  private final Lab lab;
  private final List<FlowRecord> records = new ArrayList<>();

  /** Watches the flows of a lab; the lab's flows must have been added. */
  public TrafficMeter(Lab lab) {
    this.lab = lab;
    lab.flows().forEach(flow -> records.add(new FlowRecord()));
    lab.listen(this);
  }

  @Override
  public void probeSent(Flow flow, int sequence) {
    records.get(flow.index()).sent(sequence);
  }

  @Override
  public void probeServed(Flow flow, int sequence, Machine by) {
    records.get(flow.index()).served(by.name());
  }

  @Override
  public void probeArrived(Flow flow, int sequence, int hopLimit) {
    records
        .get(flow.index())
        .arrived(sequence, lab.simulation().nowNanos() - flow.sentNanos(sequence), hopLimit);
  }

  /** What was seen until now, a report a flow. */
  public List<TrafficReport> report() {
    return lab.flows().stream().map(this::report).toList();
  }

  private TrafficReport report(Flow flow) {
    FlowRecord record = records.get(flow.index());
    Flow.Config config = flow.config();
    String kind = config.kind().name().toLowerCase(Locale.ROOT);
    Integer port = config.servicePort();
    int decided = record.decided(flow, lab.simulation().nowNanos());
    return new TrafficReport(
        kind
            + " "
            + flow.sender().name()
            + " "
            + config.destination()
            + (port == null ? "" : ":" + port),
        flow.sender().name(),
        kind,
        config.destination().toString(),
        config.payloadBytes(),
        decided,
        decided == 0 ? 0 : flow.sentNanos(decided - 1) - flow.sentNanos(0),
        record.received(),
        record.outages(flow, decided),
        config.isAnswered() ? record.roundTrip() : null,
        record.hopLimits(),
        port == null ? null : new TrafficReport.Service(port, record.servedBy()));
  }
}
