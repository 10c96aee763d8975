package io.vrrplab.vrrp;

import io.vrrplab.wire.IpAddress;
import java.util.List;

/**
 * An advert that passed the receive checks: what the state machine looks at.
 *
 * @param virtualRouterId 1 to 255
 * @param version 2 or 3
 * @param priority 0 to 255; 0 means that the Master gives up
 * @param intervalCs the sender's interval, centiseconds; version 2 counts seconds on the wire
 * @param source the source of the packet, which is what the texts call the primary address of the
 *     sender (RFC 9568 6.4.3)
 * @param addresses what the sender lists as virtual addresses
 */
public record Advert(
    int virtualRouterId,
    int version,
    int priority,
    int intervalCs,
    IpAddress source,
    List<? extends IpAddress> addresses) {

  public Advert {
    addresses = List.copyOf(addresses);
  }
}
