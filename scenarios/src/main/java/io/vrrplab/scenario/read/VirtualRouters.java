package io.vrrplab.scenario.read;

import io.vrrplab.measure.VirtualRouterId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the virtual router that an expectation is about. */
final class VirtualRouters {

  private final List<VirtualRouterId> known;

  VirtualRouters(List<VirtualRouterId> known) {
    this.known = known;
  }

  /** The virtual router that a mapping chooses; null where it chooses none. */
  @Nullable VirtualRouterId chosen(Cursor mapping) {
    return chosenIn(mapping).orElse(null);
  }

  /** The virtual router that a mapping chooses, or the only one there is. */
  Optional<VirtualRouterId> theOne(Cursor mapping, Cursor verb) {
    if (mapping.has("vrid") || mapping.has("virtual-router")) {
      return chosenIn(mapping);
    }
    if (known.size() > 1) {
      verb.errorAtKey(
          "there are several virtual routers; say which: virtual-router: %s"
              .formatted(String.join(" | ", names())));
    }
    return known.size() == 1 ? Optional.of(known.getFirst()) : Optional.empty();
  }

  private Optional<VirtualRouterId> chosenIn(Cursor mapping) {
    return mapping
        .get("virtual-router")
        .flatMap(this::byName)
        .or(() -> mapping.get("vrid").flatMap(this::byVrid));
  }

  private Optional<VirtualRouterId> byName(Cursor at) {
    Optional<VirtualRouterId> found =
        at.text()
            .flatMap(text -> known.stream().filter(id -> id.toString().equals(text)).findAny());
    if (found.isEmpty() && !known.isEmpty() && at.text().isPresent()) {
      String text = at.text().get();
      at.error(
          "unknown virtual router \"%s\"; %s".formatted(text, Hints.nearestOrAll(text, names())));
    }
    return found;
  }

  private Optional<VirtualRouterId> byVrid(Cursor at) {
    long vrid = at.whole().orElse(0);
    List<VirtualRouterId> found = known.stream().filter(id -> id.vrid() == vrid).toList();
    if (found.size() > 1) {
      at.error(
          "VRID %d is several virtual routers; say which: virtual-router: %s"
              .formatted(
                  vrid,
                  String.join(" | ", found.stream().map(VirtualRouterId::toString).toList())));
    }
    if (found.isEmpty() && !known.isEmpty() && vrid > 0) {
      List<String> vrids = known.stream().map(id -> String.valueOf(id.vrid())).distinct().toList();
      at.error("no node has VRID %d; known: %s".formatted(vrid, Hints.all(vrids)));
    }
    return found.stream().findFirst();
  }

  private List<String> names() {
    return known.stream().map(VirtualRouterId::toString).toList();
  }
}
