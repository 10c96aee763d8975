package io.vrrplab.scenario.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * A switch that drops what nodes and hosts send from addresses which are not theirs. Plain routers,
 * whose job is to send for others, are left alone.
 *
 * @param allowed what a device may use besides its own addresses, in the order of the file; those
 *     that are not named may use nothing else
 */
public record SourceGuard(SequencedMap<String, List<Subnet>> allowed) {
  public SourceGuard {
    SequencedMap<String, List<Subnet>> copy = new LinkedHashMap<>();
    allowed.forEach((device, subnets) -> copy.put(device, List.copyOf(subnets)));
    allowed = copy;
  }

  /** What a device may use besides its own addresses. */
  public List<Subnet> allowedTo(String device) {
    return allowed.getOrDefault(device, List.of());
  }
}
