package io.vrrplab.scenario.spec;

import io.vrrplab.measure.VirtualRouterId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What should come of a run. Where {@code virtualRouter} is null, the expectation is about every
 * virtual router of the scenario.
 */
public sealed interface Expectation {

  /** The expectation in words, as {@code failover m1 → m3 within rfc}. */
  String text();

  /**
   * That node, and no other, is Master at that time.
   *
   * @param atNanos nanoseconds since the start
   */
  record MasterAt(long atNanos, String node, VirtualRouterId virtualRouter) implements Expectation {
    @Override
    public String text() {
      return "master " + node + " at " + Durations.text(atNanos);
    }
  }

  /**
   * Mastership passes at least once in this way, and each time soon enough.
   *
   * @param from the Master until then; null for any
   * @param to the Master from then on; null for any
   * @param within how soon; null for however long it takes
   * @param cause as reports name it, a verb, {@code preempt} or {@code loss}; null for any
   */
  record Failover(
      @Nullable String from,
      @Nullable String to,
      @Nullable Within within,
      @Nullable String cause,
      @Nullable VirtualRouterId virtualRouter)
      implements Expectation {
    @Override
    public String text() {
      return "failover "
          + (from == null ? "any" : from)
          + " → "
          + (to == null ? "any" : to)
          + (cause == null ? "" : " by " + cause)
          + (within == null ? "" : " within " + within.text());
    }
  }

  /** How soon a failover has to be over. */
  sealed interface Within {

    String text();

    /** The bound of the version in use: Master_Down_Interval, or Skew_Time after priority 0. */
    record Rfc() implements Within {
      @Override
      public String text() {
        return "rfc";
      }
    }

    /** A time from the fault on, or from the last advert where there was no fault; nanoseconds. */
    record Span(long nanos) implements Within {
      @Override
      public String text() {
        return Durations.text(nanos);
      }
    }
  }

  /** Mastership passes to nobody between two times, both inclusive, nanoseconds. */
  record NoFailover(long fromNanos, long toNanos, @Nullable VirtualRouterId virtualRouter)
      implements Expectation {
    @Override
    public String text() {
      return "no failover between " + Durations.text(fromNanos) + " and " + Durations.text(toNanos);
    }
  }

  /**
   * What a host loses over all its flows.
   *
   * @param from name of the host; null for all hosts together
   */
  record Loss(@Nullable String from, @Nullable Bound atLeast, @Nullable Bound atMost)
      implements Expectation {
    @Override
    public String text() {
      return "loss"
          + (from == null ? "" : " from " + from)
          + (atLeast == null ? "" : " at least " + atLeast.text())
          + (atMost == null ? "" : " at most " + atMost.text());
    }
  }

  /** Time with two Masters or more, nanoseconds. */
  record DualMaster(
      @Nullable Long atLeastNanos,
      @Nullable Long atMostNanos,
      @Nullable VirtualRouterId virtualRouter)
      implements Expectation {
    @Override
    public String text() {
      return "dual-master" + limits(atLeastNanos, atMostNanos);
    }
  }

  /** Time without a Master, counted from the first one on, nanoseconds. */
  record NoMaster(
      @Nullable Long atLeastNanos,
      @Nullable Long atMostNanos,
      @Nullable VirtualRouterId virtualRouter)
      implements Expectation {
    @Override
    public String text() {
      return "no-master" + limits(atLeastNanos, atMostNanos);
    }
  }

  /** A node is in that state at that time, nanoseconds since the start. */
  record StateAt(long atNanos, String node, State state, VirtualRouterId virtualRouter)
      implements Expectation {
    @Override
    public String text() {
      return node + " is " + state.word() + " at " + Durations.text(atNanos);
    }
  }

  /**
   * How many adverts are sent.
   *
   * @param node the sender; null for all nodes together
   * @param exactly so many
   */
  record Adverts(
      @Nullable String node, @Nullable Long exactly, @Nullable Long atLeast, @Nullable Long atMost)
      implements Expectation {
    @Override
    public String text() {
      return "adverts"
          + (node == null ? "" : " of " + node)
          + (exactly == null ? "" : " exactly " + exactly)
          + counts(atLeast, atMost);
    }
  }

  /**
   * How many packets a node answers for the service of a routing mesh, over all flows.
   *
   * @param by name of the node
   */
  record Served(String by, @Nullable Long atLeast, @Nullable Long atMost) implements Expectation {
    @Override
    public String text() {
      return "served by " + by + counts(atLeast, atMost);
    }
  }

  /** The states of a virtual router (RFC 9568 6.4). */
  enum State {
    INITIALIZE,
    BACKUP,
    MASTER;

    /** The word of the scenario file. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static String counts(@Nullable Long atLeast, @Nullable Long atMost) {
    return (atLeast == null ? "" : " at least " + atLeast)
        + (atMost == null ? "" : " at most " + atMost);
  }

  private static String limits(@Nullable Long atLeastNanos, @Nullable Long atMostNanos) {
    return (atLeastNanos == null ? "" : " at least " + Durations.text(atLeastNanos))
        + (atMostNanos == null ? "" : " at most " + Durations.text(atMostNanos));
  }
}
