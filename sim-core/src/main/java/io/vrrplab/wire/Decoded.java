package io.vrrplab.wire;

/** What the octets of a frame turn out to be. */
public sealed interface Decoded {

  /**
   * A well-formed frame.
   *
   * @param frame all its layers
   */
  record Packet(EthernetFrame frame) implements Decoded {}

  /**
   * Octets that make no packet.
   *
   * @param reason what is wrong
   * @param detail the numbers that show it, a phrase without a full stop
   */
  record Refused(Refusal reason, String detail) implements Decoded {}
}
