package io.vrrplab.capture;

import io.vrrplab.lan.Lab;
import io.vrrplab.lan.LabListener;
import io.vrrplab.lan.LossCause;
import io.vrrplab.lan.Machine;
import io.vrrplab.lan.NetworkInterface;
import io.vrrplab.lan.Port;
import io.vrrplab.lan.Segment;
import io.vrrplab.lan.Transmission;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps every frame of a run: each stands once, on the port where it entered its segment; what a
 * switch itself says, on the segment. One that somebody did not get carries a comment that says who
 * and why, which is known only later: so the file is written at the end.
 */
public final class CaptureRecorder implements LabListener {

  private static final int NAMES_IN_A_COMMENT = 20;

  private final Lab lab;
  private final SequencedMap<String, Integer> interfaces = new LinkedHashMap<>();
  private final List<Captured> frames = new ArrayList<>();

  /** A frame, and who did not get it. */
  private static final class Captured {
    final long atNanos;
    final Transmission transmission;
    @Nullable Map<LossCause, List<String>> missing;

    Captured(long atNanos, Transmission transmission) {
      this.atNanos = atNanos;
      this.transmission = transmission;
    }

    List<String> comments() {
      List<String> comments = new ArrayList<>();
      if (missing != null) {
        missing.forEach((cause, names) -> comments.add(comment(cause, names)));
      }
      return comments;
    }

    private static String comment(LossCause cause, List<String> names) {
      int more = names.size() - NAMES_IN_A_COMMENT;
      String shown =
          String.join(", ", names.subList(0, Math.min(names.size(), NAMES_IN_A_COMMENT)));
      return "lost on the way to "
          + shown
          + (more > 0 ? " and " + more + " more" : "")
          + ": "
          + cause.phrase();
    }
  }

  /** Records a lab from now on; its machines must have been connected. */
  public CaptureRecorder(Lab lab) {
    this.lab = lab;
    for (Machine machine : lab.machines()) {
      for (NetworkInterface each : machine.interfaces()) {
        interfaces.put(each.port().name(), interfaces.size());
      }
    }
    for (Segment segment : lab.segments()) {
      Port own = segment.querierPort();
      if (own != null) {
        interfaces.put(own.name(), interfaces.size());
      }
    }
    lab.listen(this);
  }

  @Override
  public void transmitted(Transmission transmission) {
    frames.add(new Captured(lab.simulation().nowNanos(), transmission));
  }

  @Override
  public void lost(Transmission transmission, String towards, LossCause cause) {
    long index =
        frames.isEmpty() ? -1 : transmission.number() - frames.getFirst().transmission.number();
    if (index < 0) {
      return; // it was on its way when the recording began
    }
    Captured captured = frames.get((int) index);
    Map<LossCause, List<String>> missing = captured.missing;
    if (missing == null) {
      missing = new EnumMap<>(LossCause.class);
      captured.missing = missing;
    }
    missing.computeIfAbsent(cause, c -> new ArrayList<>()).add(towards);
  }

  /** How many frames were recorded. */
  public int size() {
    return frames.size();
  }

  /**
   * Writes what was recorded until now as pcapng, and leaves the stream open.
   *
   * @throws IOException if the stream cannot be written
   */
  public void writeTo(OutputStream out) throws IOException {
    PcapngWriter writer = new PcapngWriter(out);
    writer.section();
    for (String name : interfaces.sequencedKeySet()) {
      writer.describeInterface(name);
    }
    for (Captured captured : frames) {
      Transmission transmission = captured.transmission;
      writer.packet(
          interfaceNumber(transmission.origin()),
          captured.atNanos,
          transmission.frame(),
          captured.comments());
    }
  }

  private int interfaceNumber(Port port) {
    Integer number = interfaces.get(port.name());
    if (number == null) {
      throw new IllegalStateException(
          "a port was connected after the recording began: " + port.name());
    }
    return number;
  }
}
