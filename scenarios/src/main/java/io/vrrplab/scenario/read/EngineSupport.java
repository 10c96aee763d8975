package io.vrrplab.scenario.read;

import java.util.List;

/**
 * What the engine can do of what the format promises.
 *
 * @param profiles behaviours that can be asked for by name
 * @param ipv6 whether addresses may be IPv6
 */
public record EngineSupport(List<String> profiles, boolean ipv6) {

  /** The engine as it is. */
  public static final EngineSupport CURRENT =
      new EngineSupport(List.of("rfc3768", "rfc5798", "rfc9568", "keepalived", "frr"), true);

  public EngineSupport {
    profiles = List.copyOf(profiles);
  }
}
