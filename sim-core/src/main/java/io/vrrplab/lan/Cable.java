package io.vrrplab.lan;

/** A full-duplex cable between a machine or probe and a switch. */
public final class Cable {

  private final Port machineEnd;
  private final Port switchEnd;
  private final Lane uplink;
  private final Lane downlink;
  private boolean pluggedIn = true;
  private boolean powered = true;
  private boolean enabled = true;

  Cable(Lab lab, String station, Port machineEnd, Port switchEnd, LinkProperties properties) {
    this.machineEnd = machineEnd;
    this.switchEnd = switchEnd;
    uplink = new Lane(lab, machineEnd, switchEnd, "the switch", properties);
    downlink = new Lane(lab, switchEnd, machineEnd, station, properties);
    machineEnd.plugIn(this, uplink);
    switchEnd.plugIn(this, downlink);
  }

  /** The direction from the machine to the switch. */
  public Lane uplink() {
    return uplink;
  }

  /** The direction from the switch to the machine. */
  public Lane downlink() {
    return downlink;
  }

  public boolean isUp() {
    return pluggedIn && powered && enabled;
  }

  /** Plugs the cable in or pulls it out; both ends notice at once. */
  public void plug(boolean in) {
    boolean before = isUp();
    pluggedIn = in;
    tellEnds(before);
  }

  /** The card at the machine's end was taken down or brought up by its administrator. */
  void enable(boolean up) {
    boolean before = isUp();
    enabled = up;
    tellEnds(before);
  }

  /** The machine at the end was switched on or off; its cards come up when it boots. */
  void power(boolean on) {
    boolean before = isUp();
    powered = on;
    enabled = true;
    tellEnds(before);
  }

  private void tellEnds(boolean before) {
    if (isUp() != before) {
      if (before) {
        uplink.cut();
        downlink.cut();
      }
      switchEnd.carrierChanged();
      machineEnd.carrierChanged();
    }
  }
}
