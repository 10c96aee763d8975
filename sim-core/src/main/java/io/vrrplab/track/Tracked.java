package io.vrrplab.track;

/** Something that a daemon keeps an eye on, by the name that its configuration gives it. */
public sealed interface Tracked {

  /** The name, unique among those of its kind on a node. */
  String name();

  /**
   * A program that the daemon runs again and again ({@code vrrp_script}).
   *
   * @param intervalNanos from start to start, above 0; a run that would begin while the last one
   *     still runs is left out
   * @param timeoutNanos after which a run that has not ended is ended, and has failed; above 0
   * @param rise successes in a row after which it is good again, from 1
   * @param fall failures in a row after which it is bad, from 1
   */
  record Script(String name, long intervalNanos, long timeoutNanos, int rise, int fall)
      implements Tracked {
    public Script {
      if (intervalNanos < 1 || timeoutNanos < 1) {
        throw new IllegalArgumentException("interval and timeout of a script are above 0");
      }
      if (rise < 1 || fall < 1) {
        throw new IllegalArgumentException("rise and fall of a script are from 1 on");
      }
    }

    /** A script with keepalived's defaults: every second, one success, one failure. */
    public static Script of(String name) {
      long second = 1_000_000_000L;
      return new Script(name, second, second, 1, 1);
    }
  }

  /**
   * An interface of the node ({@code track_interface}): good while it has a carrier.
   *
   * @param name of the segment to which it leads
   */
  record Link(String name) implements Tracked {}

  /**
   * A file with a number in it ({@code track_file}).
   *
   * @param initialValue what stands in it at the start
   */
  record File(String name, int initialValue) implements Tracked {}

  /**
   * Processes of a name ({@code vrrp_track_process}): good while enough of them run.
   *
   * @param quorum the least number that must run, from 1
   * @param quorumMax the highest number that may run
   * @param terminateDelayNanos how long too few or too many have to last before they count
   * @param forkDelayNanos the same for enough
   */
  record Processes(
      String name, int quorum, int quorumMax, long terminateDelayNanos, long forkDelayNanos)
      implements Tracked {
    public Processes {
      if (quorum < 1 || quorumMax < quorum) {
        throw new IllegalArgumentException("quorum is from 1 to " + quorumMax + ": " + quorum);
      }
      if (terminateDelayNanos < 0 || forkDelayNanos < 0) {
        throw new IllegalArgumentException("a delay is not below 0");
      }
    }

    /** Any number of processes, at once. */
    public static Processes of(String name) {
      return new Processes(name, 1, Integer.MAX_VALUE, 0, 0);
    }

    /** Whether a number of running processes is right. */
    public boolean suffices(int running) {
      return running >= quorum && running <= quorumMax;
    }
  }

  /**
   * A BFD session to a neighbour ({@code bfd_instance}): good while it is up. What brings it down
   * is not part of the world; a daemon that begins has it down until the neighbour has answered.
   *
   * @param idleNanos how often control packets are sent while it is down, from 0 on
   */
  record BfdSession(String name, long idleNanos) implements Tracked {
    public BfdSession {
      if (idleNanos < 0) {
        throw new IllegalArgumentException("an interval is not below 0");
      }
    }

    /** A session with keepalived's default: a packet a second while it is down. */
    public static BfdSession of(String name) {
      return new BfdSession(name, 1_000_000_000L);
    }
  }
}
