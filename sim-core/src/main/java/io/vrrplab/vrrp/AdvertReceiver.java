package io.vrrplab.vrrp;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges the VRRP packets of one interface for all virtual routers on it. The VRID counts per
 * interface and family (RFC 9568 7.1).
 */
public final class AdvertReceiver {

  private final List<VirtualRouterConfig> virtualRouters;
  private final List<AdvertValidation> validations;

  /**
   * A receiver for one interface.
   *
   * @param virtualRouters all that run there
   * @throws IllegalArgumentException if two of them share VRID and family
   */
  public AdvertReceiver(List<VirtualRouterConfig> virtualRouters) {
    this.virtualRouters = List.copyOf(virtualRouters);
    this.validations = this.virtualRouters.stream().map(AdvertValidation::new).toList();
    for (int i = 0; i < this.virtualRouters.size(); i++) {
      VirtualRouterConfig config = this.virtualRouters.get(i);
      if (indexOf(config.family(), config.virtualRouterId()) != i) {
        throw new IllegalArgumentException(
            "VRID " + config.virtualRouterId() + " stands twice for " + config.family());
      }
    }
  }

  /** The virtual router that a packet names, or null if there is none of its VRID and family. */
  public @Nullable VirtualRouterConfig addressee(ReceivedAdvert received) {
    int index = indexOf(AddressFamily.of(received.source()), received.packet().virtualRouterId());
    return index < 0 ? null : virtualRouters.get(index);
  }

  /**
   * Judges a packet. One for a VRID that is not here is judged by the first virtual router of its
   * family, so that whatever is wrong with it before the VRID counts first.
   */
  public Validated check(ReceivedAdvert received) {
    AddressFamily family = AddressFamily.of(received.source());
    int index = indexOf(family, received.packet().virtualRouterId());
    if (index < 0) {
      index = indexOf(family);
    }
    return index < 0
        ? new Validated.Rejected(RejectReason.UNKNOWN_VRID, false)
        : validations.get(index).check(received);
  }

  private int indexOf(AddressFamily family, int virtualRouterId) {
    for (int i = 0; i < virtualRouters.size(); i++) {
      VirtualRouterConfig config = virtualRouters.get(i);
      if (config.virtualRouterId() == virtualRouterId && config.family() == family) {
        return i;
      }
    }
    return -1;
  }

  private int indexOf(AddressFamily family) {
    for (int i = 0; i < virtualRouters.size(); i++) {
      if (virtualRouters.get(i).family() == family) {
        return i;
      }
    }
    return -1;
  }
}
