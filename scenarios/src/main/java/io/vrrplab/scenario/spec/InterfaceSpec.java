package io.vrrplab.scenario.spec;

import io.vrrplab.wire.IpAddress;
import java.util.List;

/**
 * Where a device is attached.
 *
 * @param segment name of the segment
 * @param addresses its own addresses there, at least one; the first of a family is the primary one
 */
public record InterfaceSpec(String segment, List<IpAddress> addresses) {
  public InterfaceSpec {
    addresses = List.copyOf(addresses);
  }
}
