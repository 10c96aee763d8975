package io.vrrplab.lan;

import io.vrrplab.wire.Frame;
import org.jspecify.annotations.Nullable;

/** A socket for a cable, on a host or on a switch. */
public final class Port {

  private final Lab lab;
  private final Station station;
  private final String name;
  private final int index;
  private @Nullable Cable cable;
  private @Nullable Lane outward;

  Port(Lab lab, Station station, String name, int index) {
    this.lab = lab;
    this.station = station;
    this.name = name;
    this.index = index;
  }

  /** The machine and the segment, as {@code m1:lan}. */
  public String name() {
    return name;
  }

  /** Which of its station's ports it is, from 0. */
  int index() {
    return index;
  }

  /** Whether a cable is plugged in whose two ends are powered. */
  public boolean hasCarrier() {
    return cable != null && cable.isUp();
  }

  boolean hasCable() {
    return cable != null;
  }

  /** Name of the machine, or of the segment, that the port belongs to. */
  public String machineName() {
    return station.name();
  }

  /** The cable that is plugged in. */
  public Cable cable() {
    if (cable == null) {
      throw new IllegalStateException(name + " has no cable");
    }
    return cable;
  }

  void plugIn(Cable plugged, Lane lane) {
    cable = plugged;
    outward = lane;
  }

  /**
   * Puts a new frame on the wire.
   *
   * @return false if there is no carrier, so that nothing left the machine
   */
  boolean transmit(Frame frame) {
    Lane lane = wayOut();
    if (lane == null) {
      return false;
    }
    lane.carry(lab.newTransmission(this, frame));
    return true;
  }

  /** The way out of this port; null while nothing can leave by it. */
  @Nullable Lane wayOut() {
    return hasCarrier() ? outward : null;
  }

  void receive(Transmission transmission) {
    station.receive(this, transmission);
  }

  void carrierChanged() {
    station.carrierChanged(this);
  }
}
