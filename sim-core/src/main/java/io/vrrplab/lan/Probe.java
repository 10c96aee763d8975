package io.vrrplab.lan;

import io.vrrplab.wire.Frame;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * A port on a segment without a machine behind it: it puts any frame on the wire, well-formed or
 * not, keeps every frame that reaches it, and answers nothing by itself.
 */
public final class Probe implements Station {

  private final Lab lab;
  private final String name;
  private final Port port;
  private final Queue<HeardFrame> heard = new ArrayDeque<>();

  Probe(Lab lab, String name, Segment segment) {
    this.lab = lab;
    this.name = name;
    this.port = new Port(lab, this, name + ":" + segment.name(), 0);
    segment.connect(this, port);
  }

  @Override
  public String name() {
    return name;
  }

  /**
   * Puts a frame on the wire as it is.
   *
   * @return false if the cable is out, so that nothing left
   */
  public boolean transmit(Frame frame) {
    return port.transmit(frame);
  }

  /** Whether a frame waits to be taken. */
  public boolean hasHeard() {
    return !heard.isEmpty();
  }

  /** Takes the oldest frame that was not taken yet; null if there is none. */
  public @Nullable HeardFrame take() {
    return heard.poll();
  }

  @Override
  public void receive(Port in, Transmission transmission) {
    heard.add(new HeardFrame(lab.simulation().nowNanos(), transmission.frame()));
  }

  @Override
  public void carrierChanged(Port changed) {
    // what was heard stays heard
  }
}
