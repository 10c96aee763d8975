package io.vrrplab.cli;

import io.vrrplab.scenario.Problem;
import io.vrrplab.scenario.RunResult;
import io.vrrplab.scenario.SweepPoint;
import io.vrrplab.scenario.daemon.StandardDrill;
import io.vrrplab.scenario.read.SweepReading;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the command line asks of the simulator: which scenarios there are, what a file says, what
 * happens when it runs. Small enough that a test can stand in for the whole simulator.
 */
public interface Engine {

  /** Lists the bundled scenarios in the order in which they are shown. */
  List<Bundled> bundled();

  /**
   * Reads a bundled scenario.
   *
   * @param name one of {@link #bundled()}
   */
  Reading readBundled(String name);

  /**
   * Reads a file. Never throws for what is wrong with it: a missing, binary or empty file is
   * refused with its problems.
   *
   * @param file the path as the user gave it, which is also how problems name it
   */
  Reading read(Path file);

  /** Reads a bundled scenario with its sweep; as {@link #readBundled}. */
  SweepReading readBundledSweep(String name);

  /** Reads a file with its sweep; as {@link #read}. */
  SweepReading readSweep(Path file);

  /**
   * Reads keepalived.conf files and makes the standard drill of them.
   *
   * @param files as given
   * @param addresses those of nodes, as {@code name=address}
   */
  Reading readDrill(List<String> files, List<String> addresses);

  /** Reads the same with its sweep, which has one point. */
  SweepReading readDrillSweep(List<String> files, List<String> addresses);

  /** Writes the scenario file of the standard drill. */
  StandardDrill.Draft draftDrill(List<String> files, List<String> addresses);

  /** Makes a point of a sweep ready to run. */
  Prepared prepared(SweepPoint point);

  /**
   * A scenario that comes with the program.
   *
   * @param name what {@code run} takes
   * @param title the scenario's title
   */
  record Bundled(String name, String title) {}

  /** What reading a scenario gave. */
  sealed interface Reading {

    /**
     * The scenario can run.
     *
     * @param scenario ready to run, as often as wanted
     * @param warnings advice about the file, possibly none
     */
    record Ready(Prepared scenario, List<Problem> warnings) implements Reading {}

    /**
     * The scenario cannot run.
     *
     * @param problems all of them, at least one an error
     */
    record Refused(List<Problem> problems) implements Reading {}
  }

  /** A scenario that was read and found good. */
  interface Prepared {

    /**
     * Runs the scenario from its start to its end.
     *
     * @param seed takes the place of the file's seed where present
     * @param capture where the pcapng capture goes, where one is wanted; left open
     * @throws IOException if the capture cannot be written
     * @throws CannotRunException if the run cannot come to its end
     */
    RunResult run(OptionalLong seed, Optional<OutputStream> capture)
        throws IOException, CannotRunException;
  }

  /** A run that could not come to its end, as one that passed its bound on events. */
  final class CannotRunException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Says why.
     *
     * @param message one line, without the file's name
     */
    public CannotRunException(String message) {
      super(message);
    }
  }
}
