package io.vrrplab.scenario.spec;

import org.jspecify.annotations.Nullable;

/** What happens to caches, interfaces and to what a network carries. */
public sealed interface NetworkFault extends FaultSpec {

  /** A device forgets which MAC belongs to which address. */
  record Forget(String device) implements NetworkFault {
    @Override
    public String verb() {
      return "forget";
    }

    @Override
    public String text() {
      return verb() + " " + device;
    }
  }

  /** The administrator of a device takes its interface on a segment down. */
  record InterfaceDown(String device, String segment) implements NetworkFault {
    @Override
    public String verb() {
      return "interface-down";
    }

    @Override
    public String text() {
      return verb() + " " + device + " on " + segment;
    }
  }

  /** The administrator of a device brings its interface on a segment up. */
  record InterfaceUp(String device, String segment) implements NetworkFault {
    @Override
    public String verb() {
      return "interface-up";
    }

    @Override
    public String text() {
      return verb() + " " + device + " on " + segment;
    }
  }

  /**
   * IP multicast is lost from now on, or no longer.
   *
   * @param device whose link it is; null for all links of the segment
   * @param segment name of the segment
   * @param blocked whether it is lost
   */
  record Multicast(@Nullable String device, String segment, boolean blocked)
      implements NetworkFault {
    @Override
    public String verb() {
      return "multicast";
    }

    @Override
    public String text() {
      String where = device == null ? segment : device + " on " + segment;
      return "multicast " + (blocked ? "block " : "allow ") + where;
    }
  }
}
