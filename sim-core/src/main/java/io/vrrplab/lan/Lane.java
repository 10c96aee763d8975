package io.vrrplab.lan;

import io.vrrplab.sim.EventHandler;
import io.vrrplab.sim.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One direction of a cable. */
public final class Lane {

  /** The arrival of a frame that does not arrive. */
  static final long LOST = -1;

  /** More than this waiting to be written overflows the queue: a tenth of a second. */
  private static final long MAX_BACKLOG_NANOS = 100_000_000;

  private static final long NANOS_PER_SECOND = 1_000_000_000;

  /** Preamble, start delimiter, frame check sequence and inter-frame gap (IEEE 802.3 clause 4). */
  private static final int OVERHEAD_OCTETS = 8 + 4 + 12;

  private static final int SHORTEST_FRAME_OCTETS = 60;

  private final Lab lab;
  private final Simulation simulation;
  private final Port to;
  private final String towards;
  private final LinkProperties properties;
  private final RandomGenerator random;
  private final List<FilterRule> rules = new ArrayList<>(0);
  private Journey journey = new Journey();
  private double impairedLoss;
  private long writtenAtNanos;
  private long lastArrivalNanos;

  private record FilterRule(FrameFilter filter, LossCause cause) {}

  /** What all frames share that set out while the cable was whole. */
  private final class Journey implements EventHandler<Transmission> {
    private boolean cut;

    /** The frame has come to the end of the cable, if there was one all the time. */
    @Override
    public void handle(Transmission transmission) {
      if (cut) {
        lab.lost(transmission, towards, LossCause.UNPLUGGED);
      } else {
        to.receive(transmission);
      }
    }
  }

  Lane(Lab lab, Port from, Port to, String towards, LinkProperties properties) {
    this.lab = lab;
    this.simulation = lab.simulation();
    this.to = to;
    this.towards = towards;
    this.properties = properties;
    this.random = simulation.random("link " + from.name() + " → " + to.name());
  }

  /** Adds a rule that stays until it is removed. */
  public void addFilter(FrameFilter filter, LossCause cause) {
    rules.add(new FilterRule(filter, cause));
  }

  /**
   * Removes a rule.
   *
   * @return whether it was there
   */
  public boolean removeFilter(FrameFilter filter) {
    return rules.removeIf(rule -> rule.filter().equals(filter));
  }

  /** Removes all rules and the impairment. */
  public void clear() {
    rules.clear();
    impairedLoss = 0;
  }

  /**
   * Impairs the lane, over and above what its properties say. It takes the place of an earlier
   * impairment.
   *
   * @param loss probability that a frame is lost, 0 to 1; 0 ends the impairment
   */
  public void impair(double loss) {
    impairedLoss = loss;
  }

  /** Takes a frame to the other end. */
  void carry(Transmission transmission) {
    long arrives = depart(transmission);
    if (arrives != LOST) {
      simulation.at(arrives, journey, transmission);
    }
  }

  /** What to do with a frame that set out now when it arrives. */
  EventHandler<Transmission> arrival() {
    return journey;
  }

  /**
   * Puts a frame on its way; whoever calls this schedules {@link #arrival}.
   *
   * @return when it arrives, or {@link #LOST}
   */
  long depart(Transmission transmission) {
    LossCause cause = lossOf(transmission);
    if (cause != null) {
      lab.lost(transmission, towards, cause);
      return LOST;
    }
    long now = simulation.nowNanos();
    long leaves = now;
    if (properties.bitsPerSecond() > 0) {
      leaves = Math.max(now, writtenAtNanos) + writingNanos(transmission.frame().length());
      writtenAtNanos = leaves;
    }
    long arrives = leaves + properties.latencyNanos();
    if (properties.jitterNanos() > 0) {
      arrives = Math.max(arrives + random.nextLong(properties.jitterNanos() + 1), lastArrivalNanos);
      lastArrivalNanos = arrives;
    }
    return arrives;
  }

  private @Nullable LossCause lossOf(Transmission transmission) {
    for (FilterRule rule : rules) {
      if (rule.filter().drops(transmission)) {
        return rule.cause();
      }
    }
    if (impairedLoss > 0 && random.nextDouble() < impairedLoss) {
      return LossCause.IMPAIRMENT;
    }
    if (properties.loss() > 0 && random.nextDouble() < properties.loss()) {
      return LossCause.RANDOM;
    }
    if (properties.bitsPerSecond() > 0
        && writtenAtNanos - simulation.nowNanos() > MAX_BACKLOG_NANOS) {
      return LossCause.QUEUE_FULL;
    }
    return null;
  }

  private long writingNanos(int octets) {
    long bits = 8L * (Math.max(octets, SHORTEST_FRAME_OCTETS) + OVERHEAD_OCTETS);
    return bits * NANOS_PER_SECOND / properties.bitsPerSecond();
  }

  /** The cable goes down: what is on it is lost, even if it is up again before it would arrive. */
  void cut() {
    journey.cut = true;
    journey = new Journey();
    writtenAtNanos = simulation.nowNanos();
  }
}
