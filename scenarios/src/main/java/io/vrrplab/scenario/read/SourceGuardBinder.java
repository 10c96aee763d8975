package io.vrrplab.scenario.read;

import io.vrrplab.scenario.spec.SourceGuard;
import io.vrrplab.scenario.spec.Subnet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Binds {@code source-guard}: who may send from which addresses besides its own. */
final class SourceGuardBinder {

  private final Cast cast;
  private final Addresses addresses;

  SourceGuardBinder(Cast cast, Addresses addresses) {
    this.cast = cast;
    this.addresses = addresses;
  }

  /** The guard of a segment; null where there is none. */
  @Nullable SourceGuard bind(String segment, Cursor at) {
    return at.get("source-guard").map(guard -> guard(segment, guard)).orElse(null);
  }

  private SourceGuard guard(String segment, Cursor at) {
    SequencedMap<String, List<Subnet>> allowed = new LinkedHashMap<>();
    at.entries("allowed")
        .forEach((device, value) -> {
          if (cast.isDeviceOn(segment, value)) {
            allowed.put(
                device,
                value.oneOrMore().stream().flatMap(each -> addresses.pair(each).stream()).toList());
          }
        });
    return new SourceGuard(allowed);
  }
}
