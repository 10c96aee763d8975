package io.vrrplab.wire;

import org.jspecify.annotations.Nullable;

/**
 * An Ethernet II frame with at most one 802.1Q tag, without its frame check sequence.
 *
 * @param destination who is to hear it
 * @param source who sent it
 * @param vlan the tag, or null if it has none
 * @param payload what it carries
 */
public record EthernetFrame(
    MacAddress destination, MacAddress source, @Nullable VlanTag vlan, EthernetPayload payload) {

  /** An untagged frame. */
  public EthernetFrame(MacAddress destination, MacAddress source, EthernetPayload payload) {
    this(destination, source, null, payload);
  }
}
