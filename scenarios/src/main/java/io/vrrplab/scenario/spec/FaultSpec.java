package io.vrrplab.scenario.spec;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can be done to the world. Names are those of the file, and are known to exist. */
public sealed interface FaultSpec
    permits FaultSpec.OfNode,
        FaultSpec.OfDevice,
        FaultSpec.OfLink,
        NetworkFault,
        FaultSpec.Partition,
        FaultSpec.Heal,
        FaultSpec.DropAdverts,
        FaultSpec.Impair {

  /** The verb of the file, as {@code link-down}. */
  String verb();

  /** The fault in the words of reports, as {@code crash m1}. */
  String text();

  /** What it makes virtual routers of, on the node that it strikes, which may not have been any. */
  default List<VrrpSpec> adds() {
    return List.of();
  }

  /** Settles what is left to chance. */
  default FaultSpec resolve(long run) {
    return this;
  }

  /** All that a draw may decide. */
  default Stream<Quantity> quantities() {
    return Stream.empty();
  }

  /** What is done to the daemon of a VRRP node. */
  sealed interface OfNode extends FaultSpec permits Stop, Kill, Restart, DaemonFault {
    String node();

    @Override
    default String text() {
      return verb() + " " + node();
    }
  }

  /** What is done to a device as a whole. */
  sealed interface OfDevice extends FaultSpec {
    String device();

    @Override
    default String text() {
      return verb() + " " + device();
    }
  }

  /** What is done to one link of a device. */
  sealed interface OfLink extends FaultSpec {
    String device();

    String segment();

    @Override
    default String text() {
      return verb() + " " + device() + " on " + segment();
    }
  }

  /** The daemon ends in good order: a Master says so by priority 0 (RFC 9568 6.4.3). */
  record Stop(String node) implements OfNode {
    @Override
    public String verb() {
      return "stop";
    }
  }

  /** The daemon dies; its host lives on, and the kernel still answers for the virtual addresses. */
  record Kill(String node) implements OfNode {
    @Override
    public String verb() {
      return "kill";
    }
  }

  /** A device loses power: nothing is said, nothing answers. */
  record Crash(String device) implements OfDevice {
    @Override
    public String verb() {
      return "crash";
    }
  }

  /** A device and its daemon come up, if they were down. */
  record Start(String device) implements OfDevice {
    @Override
    public String verb() {
      return "start";
    }
  }

  /** The daemon ends in good order and starts again at once. */
  record Restart(String node) implements OfNode {
    @Override
    public String verb() {
      return "restart";
    }
  }

  /** The link of a device to a segment goes down; the device sees that it has no carrier. */
  record LinkDown(String device, String segment) implements OfLink {
    @Override
    public String verb() {
      return "link-down";
    }
  }

  /** The link of a device to a segment comes up. */
  record LinkUp(String device, String segment) implements OfLink {
    @Override
    public String verb() {
      return "link-up";
    }
  }

  /**
   * Devices of different groups no longer hear each other; those that no group names form one more.
   *
   * @param groups names of devices, at least two groups, no device in two of them
   * @param duration how long, nanoseconds; null until it is healed
   */
  record Partition(List<List<String>> groups, @Nullable Quantity duration) implements FaultSpec {
    public Partition {
      groups = groups.stream().map(List::copyOf).toList();
    }

    @Override
    public String verb() {
      return "partition";
    }

    @Override
    public String text() {
      return groups.stream()
          .map(group -> String.join(", ", group))
          .collect(Collectors.joining(" | ", "partition ", Words.lasting(duration)));
    }

    /** How long, or null until it is healed. */
    public @Nullable Long durationNanos() {
      return Words.whole(duration);
    }

    @Override
    public Partition resolve(long run) {
      return new Partition(groups, Words.resolve(duration, run));
    }

    @Override
    public Stream<Quantity> quantities() {
      return Words.present(duration);
    }
  }

  /** Partitions and impairments end, drops are forgotten, links come up; nodes stay as they are. */
  record Heal() implements FaultSpec {
    @Override
    public String verb() {
      return "heal";
    }

    @Override
    public String text() {
      return "heal all";
    }
  }

  /**
   * Adverts of one node are lost on the way to another: the next few, or all for a while. Exactly
   * one of {@code count} and {@code duration} is there.
   *
   * @param from name of the node that sends
   * @param to name of the node that does not hear
   * @param count how many, from 1
   * @param duration for how long, nanoseconds
   */
  record DropAdverts(String from, String to, @Nullable Quantity count, @Nullable Quantity duration)
      implements FaultSpec {
    @Override
    public String verb() {
      return "drop-adverts";
    }

    @Override
    public String text() {
      String what = count == null ? "adverts" : Words.adverts(count);
      return "drop " + what + " from " + from + " to " + to + Words.lasting(duration);
    }

    /** How many, or null where it goes by time. */
    public @Nullable Long adverts() {
      return Words.whole(count);
    }

    /** How long, or null where it goes by number. */
    public @Nullable Long durationNanos() {
      return Words.whole(duration);
    }

    @Override
    public DropAdverts resolve(long run) {
      return new DropAdverts(from, to, Words.resolve(count, run), Words.resolve(duration, run));
    }

    @Override
    public Stream<Quantity> quantities() {
      return Stream.concat(Words.present(count), Words.present(duration));
    }
  }

  /**
   * The link of a device gets worse.
   *
   * @param device name of the device
   * @param segment name of the segment whose link it is
   * @param direction seen from the device
   * @param loss share of the frames that are lost, 0 to 100
   * @param duration how long, nanoseconds; null until it is healed
   */
  record Impair(
      String device,
      String segment,
      Direction direction,
      Quantity loss,
      @Nullable Quantity duration)
      implements FaultSpec {
    @Override
    public String verb() {
      return "impair";
    }

    @Override
    public String text() {
      return "impair %s on %s%s: loss %s%s"
          .formatted(
              device, segment, direction.text(), Words.percent(loss), Words.lasting(duration));
    }

    /** The share of frames lost, 0 to 1. */
    public double lossFraction() {
      return loss.asDouble() / 100;
    }

    /** How long, or null until it is healed. */
    public @Nullable Long durationNanos() {
      return Words.whole(duration);
    }

    @Override
    public Impair resolve(long run) {
      return new Impair(
          device, segment, direction, loss.resolve(run), Words.resolve(duration, run));
    }

    @Override
    public Stream<Quantity> quantities() {
      return Stream.concat(Stream.of(loss), Words.present(duration));
    }
  }

  /** Which way frames go, seen from the device. */
  enum Direction {
    IN,
    OUT,
    BOTH;

    String text() {
      return this == BOTH ? "" : this == IN ? " inbound" : " outbound";
    }
  }
}
