package io.vrrplab.scenario.spec;

import io.vrrplab.track.Tracked;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Something that a daemon keeps an eye on; times are nanoseconds. */
public sealed interface TrackedSpec {

  /** The name, unique among those of its kind on a node. */
  String name();

  /** All that a draw may decide. */
  Stream<Quantity> quantities();

  /** Settles what is left to chance. */
  TrackedSpec resolve(UnaryOperator<Quantity> draw);

  /**
   * As the engine knows it.
   *
   * @throws IllegalStateException if something has not been drawn yet
   */
  Tracked settled();

  /** A script that the daemon runs every {@code interval}. */
  record Script(String name, Quantity interval, Quantity timeout, Quantity rise, Quantity fall)
      implements TrackedSpec {

    @Override
    public Stream<Quantity> quantities() {
      return Stream.of(interval, timeout, rise, fall);
    }

    @Override
    public Script resolve(UnaryOperator<Quantity> draw) {
      return new Script(
          name, draw.apply(interval), draw.apply(timeout), draw.apply(rise), draw.apply(fall));
    }

    @Override
    public Tracked.Script settled() {
      return new Tracked.Script(
          name, interval.asLong(), timeout.asLong(), (int) rise.asLong(), (int) fall.asLong());
    }
  }

  /** The interface of the node on a segment. */
  record Link(String name) implements TrackedSpec {

    @Override
    public Stream<Quantity> quantities() {
      return Stream.empty();
    }

    @Override
    public Link resolve(UnaryOperator<Quantity> draw) {
      return this;
    }

    @Override
    public Tracked.Link settled() {
      return new Tracked.Link(name);
    }
  }

  /** A file with a number in it. */
  record File(String name, Quantity value) implements TrackedSpec {

    @Override
    public Stream<Quantity> quantities() {
      return Stream.of(value);
    }

    @Override
    public File resolve(UnaryOperator<Quantity> draw) {
      return new File(name, draw.apply(value));
    }

    @Override
    public Tracked.File settled() {
      return new Tracked.File(name, (int) value.asLong());
    }
  }

  /** A BFD session, and the interval of its packets while it is down. */
  record BfdSession(String name, Quantity idle) implements TrackedSpec {

    @Override
    public Stream<Quantity> quantities() {
      return Stream.of(idle);
    }

    @Override
    public BfdSession resolve(UnaryOperator<Quantity> draw) {
      return new BfdSession(name, draw.apply(idle));
    }

    @Override
    public Tracked.BfdSession settled() {
      return new Tracked.BfdSession(name, idle.asLong());
    }
  }

  /** Processes of a name; a highest number below the least one counts as the least one. */
  record Processes(
      String name, Quantity quorum, Quantity quorumMax, Quantity terminateDelay, Quantity forkDelay)
      implements TrackedSpec {

    @Override
    public Stream<Quantity> quantities() {
      return Stream.of(quorum, quorumMax, terminateDelay, forkDelay);
    }

    @Override
    public Processes resolve(UnaryOperator<Quantity> draw) {
      return new Processes(
          name,
          draw.apply(quorum),
          draw.apply(quorumMax),
          draw.apply(terminateDelay),
          draw.apply(forkDelay));
    }

    @Override
    public Tracked.Processes settled() {
      int least = (int) quorum.asLong();
      return new Tracked.Processes(
          name,
          least,
          Math.max(least, (int) quorumMax.asLong()),
          terminateDelay.asLong(),
          forkDelay.asLong());
    }
  }
}
