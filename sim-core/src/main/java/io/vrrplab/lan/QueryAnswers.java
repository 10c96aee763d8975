package io.vrrplab.lan;

import io.vrrplab.sim.Simulation;
import io.vrrplab.sim.Timer;
import io.vrrplab.wire.GroupQuery;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv6Address;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * When an interface answers queries: each at a moment drawn from the time that the querier leaves
 * (RFC 3376 5.2, RFC 3810 6.2), so that not all hosts speak at once. A question for sources is
 * answered like one for their group.
 */
final class QueryAnswers {

  private static final long NANOS_PER_MILLI = 1_000_000;

  private final Memberships memberships;
  private final Simulation simulation;
  private final String name;
  private final SequencedMap<IpAddress, Timer> pending = new LinkedHashMap<>(0);
  private @Nullable RandomGenerator random;

  QueryAnswers(Memberships memberships, Simulation simulation, String name) {
    this.memberships = memberships;
    this.simulation = simulation;
    this.name = name;
  }

  /** Has a question answered later, unless an answer that is planned says it sooner. */
  void plan(GroupQuery query) {
    long delay = draw(query.maxResponseMillis() * NANOS_PER_MILLI);
    IpAddress asked = query.group();
    IpAddress all =
        switch (asked) {
          case Ipv4Address _ -> Ipv4Address.ANY;
          case Ipv6Address _ -> Ipv6Address.ANY;
        };
    if (!isSooner(all, delay) && !isSooner(asked, delay)) {
      pending
          .computeIfAbsent(asked, _ -> simulation.timer(() -> memberships.answer(asked)))
          .start(delay);
    }
  }

  private boolean isSooner(IpAddress asked, long delayNanos) {
    Timer timer = pending.get(asked);
    return timer != null && timer.isRunning() && timer.remainingNanos() <= delayNanos;
  }

  private long draw(long maxNanos) {
    if (random == null) { // of no use in worlds without a querier, which are most
      random = simulation.random("answers to queries of " + name);
    }
    return random.nextLong(maxNanos + 1);
  }

  void cancel() {
    pending.sequencedValues().forEach(Timer::cancel);
  }
}
