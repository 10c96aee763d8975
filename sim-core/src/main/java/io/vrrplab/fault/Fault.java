package io.vrrplab.fault;

import io.vrrplab.lan.DaemonPlan;
import io.vrrplab.track.CheckResult;
import io.vrrplab.vrrp.VirtualRouterConfig;
import io.vrrplab.wire.IpAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that happens to a lab. Machines and segments are named; times are nanoseconds. */
public sealed interface Fault {

  /** The daemon of a node ends gracefully: a Master says priority 0. */
  record Stop(String node) implements Fault {}

  /** The daemon of a node dies; its host lives on and answers for the addresses that it holds. */
  record Kill(String node) implements Fault {}

  /** A machine loses power: nothing is said, nothing answers. */
  record Crash(String machine) implements Fault {}

  /** A machine gets its power back, and a node its daemon. */
  record Start(String machine) implements Fault {}

  /** The daemon of a node ends gracefully and is started again at once. */
  record Restart(String node) implements Fault {}

  /**
   * A machine stands still for a while, as a stunned VM: it hears and says nothing. Then the timers
   * of its daemon that ran out meanwhile fire, in their order.
   */
  record Pause(String node, long forNanos) implements Fault {
    public Pause {
      checkTime(forNanos);
    }
  }

  /**
   * The daemon of a node stands still for a while, as by SIGSTOP; the machine goes on. Then its
   * overdue timers fire, and it reads the packets that have come meanwhile.
   */
  record Freeze(String node, long forNanos) implements Fault {
    public Freeze {
      checkTime(forNanos);
    }
  }

  /**
   * The daemon of a node reads its configuration again.
   *
   * @param changed what is new in it; a virtual router that is not named stays as it was
   */
  record Reload(String node, List<VirtualRouterConfig> changed) implements Fault {
    public Reload {
      changed = List.copyOf(changed);
    }
  }

  /** The daemon of a node reads its configuration again, and all of it may be another one. */
  record NewConfiguration(String node, DaemonPlan plan) implements Fault {}

  /**
   * An operator gives a virtual router of a node another priority, in both families if it has two.
   *
   * @param priority 1 to 255
   */
  record SetPriority(String node, int virtualRouterId, int priority) implements Fault {}

  /** Something that a node tracks shows another result from now on. */
  record Check(String node, CheckResult result) implements Fault {}

  /**
   * The clock of a node is set. Daemons count time without it, but for what authenticates adverts.
   *
   * @param aheadNanos how far ahead of the others, below 0 behind; at the start 0
   */
  record Clock(String node, long aheadNanos) implements Fault {}

  /**
   * A cable is pulled out.
   *
   * @param segment which of the machine's cables; null for all
   */
  record LinkDown(String machine, @Nullable String segment) implements Fault {}

  /** A cable is plugged in again; null for all cables of the machine. */
  record LinkUp(String machine, @Nullable String segment) implements Fault {}

  /**
   * Machines are split into groups that do not hear each other; those that no group names form one
   * more.
   *
   * @param forNanos after which it heals; null if it stays
   */
  record Partition(List<List<String>> groups, @Nullable Long forNanos) implements Fault {
    public Partition {
      checkTime(forNanos);
      groups = groups.stream().map(List::copyOf).toList();
    }
  }

  /** All partitions, impairments and dropping end, and all cables are plugged in. */
  record Heal() implements Fault {}

  /**
   * Adverts are dropped on their way: the next few, or all for a while.
   *
   * @param from whose; null for everybody's
   * @param to who does not hear them; null for everybody
   * @param count how many, at least 1; null if the time bounds it
   * @param forNanos how long; null if the count bounds it
   */
  record DropAdverts(
      @Nullable String from, @Nullable String to, @Nullable Integer count, @Nullable Long forNanos)
      implements Fault {
    public DropAdverts {
      if (from == null && to == null) {
        throw new IllegalArgumentException("neither from nor to is given");
      }
      if ((count == null) == (forNanos == null)) {
        throw new IllegalArgumentException("either a count or a time bounds the dropping");
      }
      if (count != null && count < 1) {
        throw new IllegalArgumentException("the count of adverts is below 1: " + count);
      }
      checkTime(forNanos);
    }
  }

  /**
   * A cable of a machine loses frames at random, over and above what its segment says.
   *
   * @param segment which of the machine's cables; null for all
   * @param direction seen from the machine
   * @param loss probability that a frame is lost, 0 to 1
   * @param forNanos after which it ends; null if it stays
   */
  record Impair(
      String machine,
      @Nullable String segment,
      Direction direction,
      double loss,
      @Nullable Long forNanos)
      implements Fault {
    public Impair {
      if (!(loss >= 0 && loss <= 1)) {
        throw new IllegalArgumentException("loss is outside 0 to 1: " + loss);
      }
      checkTime(forNanos);
    }
  }

  /** A machine forgets which MAC belongs to which address. */
  record Forget(String machine) implements Fault {}

  /** Other software than the daemon of a node takes an address off it, own or virtual. */
  record RemoveAddress(String node, IpAddress address) implements Fault {}

  /** Other software puts an own address back on a node, or one of its virtual routers'. */
  record AddAddress(String node, IpAddress address) implements Fault {}

  /** The administrator of a machine takes its card down; null for all cards of the machine. */
  record InterfaceDown(String machine, @Nullable String segment) implements Fault {}

  /** The administrator of a machine brings its card up; null for all cards of the machine. */
  record InterfaceUp(String machine, @Nullable String segment) implements Fault {}

  /**
   * A network begins or ceases to lose IP multicast.
   *
   * @param machine whose cable it is; null for all machines of the segment
   * @param segment which segment; null for all cables of the machine
   * @param blocked whether multicast is lost from now on
   */
  record Multicast(@Nullable String machine, @Nullable String segment, boolean blocked)
      implements Fault {
    public Multicast {
      if (machine == null && segment == null) {
        throw new IllegalArgumentException("neither a machine nor a segment is given");
      }
    }
  }

  private static void checkTime(@Nullable Long forNanos) {
    if (forNanos != null && forNanos < 0) {
      throw new IllegalArgumentException("a fault cannot last " + forNanos + " ns");
    }
  }

  /** Which way frames go, seen from a machine. */
  enum Direction {
    IN,
    OUT,
    BOTH
  }

  /** The timeline's word for the fault. */
  default String verb() {
    return switch (this) {
      case Stop _ -> "stop";
      case Kill _ -> "kill";
      case Crash _ -> "crash";
      case Start _ -> "start";
      case Restart _ -> "restart";
      case Pause _ -> "pause";
      case Freeze _ -> "freeze";
      case Reload _, NewConfiguration _ -> "reload";
      case SetPriority _ -> "priority";
      case Check _ -> "check";
      case Clock _ -> "clock";
      case LinkDown _ -> "link-down";
      case LinkUp _ -> "link-up";
      case Partition _ -> "partition";
      case Heal _ -> "heal";
      case DropAdverts _ -> "drop-adverts";
      case Impair _ -> "impair";
      case Forget _ -> "forget";
      case RemoveAddress _ -> "remove-address";
      case AddAddress _ -> "add-address";
      case InterfaceDown _ -> "interface-down";
      case InterfaceUp _ -> "interface-up";
      case Multicast _ -> "multicast";
    };
  }

  /** The machines that the fault names. */
  default List<String> machines() {
    return switch (this) {
      case Stop(String node) -> List.of(node);
      case Kill(String node) -> List.of(node);
      case Crash(String machine) -> List.of(machine);
      case Start(String machine) -> List.of(machine);
      case Restart(String node) -> List.of(node);
      case Pause(String node, _) -> List.of(node);
      case Freeze(String node, _) -> List.of(node);
      case Reload(String node, _) -> List.of(node);
      case NewConfiguration(String node, _) -> List.of(node);
      case SetPriority(String node, _, _) -> List.of(node);
      case Check(String node, _) -> List.of(node);
      case Clock(String node, _) -> List.of(node);
      case LinkDown(String machine, _) -> List.of(machine);
      case LinkUp(String machine, _) -> List.of(machine);
      case Partition(List<List<String>> groups, _) ->
          groups.stream().flatMap(List::stream).toList();
      case Heal _ -> List.of();
      case DropAdverts(String from, String to, _, _) ->
          from == null ? List.of(to) : to == null ? List.of(from) : List.of(from, to);
      case Impair impair -> List.of(impair.machine());
      case Forget(String machine) -> List.of(machine);
      case RemoveAddress(String node, _) -> List.of(node);
      case AddAddress(String node, _) -> List.of(node);
      case InterfaceDown(String machine, _) -> List.of(machine);
      case InterfaceUp(String machine, _) -> List.of(machine);
      case Multicast(String machine, _, _) -> machine == null ? List.of() : List.of(machine);
    };
  }
}
