package io.vrrplab.vrrp;

import io.vrrplab.wire.IpAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges the VRRP packets of one interface for all virtual routers on it. The VRID counts per
 * interface and family (RFC 9568 7.1). It remembers whose advert each of them took last, for {@code
 * skip_check_adv_addr}.
 */
public final class AdvertReceiver {

  /** What {@link #addressee} gives for a packet that is for nobody here. */
  public static final int NOBODY = -1;

  private static final int VRIDS = 256;

  private final List<AdvertValidation> validations = new ArrayList<>(1);

  private final List<@Nullable AdvertGuard> guards = new ArrayList<>(1);

  private final List<@Nullable IpAddress> lastSenders = new ArrayList<>(1);

  /** The index of a virtual router by family and VRID, since every packet that arrives asks. */
  private final int[] byVrid = new int[VRIDS * AddressFamily.values().length];

  /**
   * A receiver for one interface.
   *
   * @param virtualRouters all that run there
   * @throws IllegalArgumentException if two of them share VRID and family
   */
  public AdvertReceiver(List<VirtualRouterConfig> virtualRouters) {
    Arrays.fill(byVrid, NOBODY);
    virtualRouters.forEach(this::add);
  }

  /**
   * Judges for one more.
   *
   * @throws IllegalArgumentException if its VRID is there already, in its family
   */
  public void add(VirtualRouterConfig config) {
    int slot = slot(config.family(), config.virtualRouterId());
    if (byVrid[slot] != NOBODY) {
      throw new IllegalArgumentException(
          "VRID " + config.virtualRouterId() + " stands twice for " + config.family());
    }
    byVrid[slot] = validations.size();
    validations.add(
        validations.isEmpty()
            ? new AdvertValidation(config)
            : new AdvertValidation(config, validations.getLast()));
    lastSenders.add(null);
    HmacRules hmac = config.options().hmac();
    guards.add(hmac == null ? null : new AdvertGuard(hmac, config.options().delivery()));
  }

  /** A receiver for what the virtual routers have become, which knows the numbers of trailers. */
  public AdvertReceiver reconfigured(List<VirtualRouterConfig> virtualRouters) {
    AdvertReceiver after = new AdvertReceiver(virtualRouters);
    for (int slot = 0; slot < byVrid.length; slot++) {
      if (byVrid[slot] != NOBODY && after.byVrid[slot] != NOBODY) {
        AdvertGuard known = guards.get(byVrid[slot]);
        AdvertGuard fresh = after.guards.get(after.byVrid[slot]);
        if (known != null && fresh != null && known.isLike(fresh)) {
          after.guards.set(after.byVrid[slot], known);
        }
      }
    }
    return after;
  }

  private static int slot(AddressFamily family, int virtualRouterId) {
    return switch (family) {
      case IPV4 -> virtualRouterId;
      case IPV6 -> VRIDS + virtualRouterId;
    };
  }

  /** The place in the list of the virtual router that a packet names, or {@link #NOBODY}. */
  public int addressee(ReceivedAdvert received) {
    AddressFamily family = AddressFamily.of(received.source());
    return byVrid[slot(family, received.packet().virtualRouterId())];
  }

  /**
   * Judges a packet. One for a VRID that is not here is judged by the first virtual router of its
   * family, so that whatever is wrong with it before the VRID counts first.
   */
  public Validated check(ReceivedAdvert received) {
    return check(received, 0);
  }

  /**
   * The same where trailers authenticate adverts.
   *
   * @param clockNanos the time on the node's clock, nanoseconds since 1970
   */
  public Validated check(ReceivedAdvert received, long clockNanos) {
    int index = addressee(received);
    if (index == NOBODY) {
      index = first(AddressFamily.of(received.source()));
    }
    if (index == NOBODY) {
      return new Validated.Rejected(RejectReason.UNKNOWN_VRID, false);
    }
    boolean known = received.source().equals(lastSenders.get(index));
    Validated verdict = judge(index, received, known, clockNanos);
    if (verdict instanceof Validated.Accepted) {
      lastSenders.set(index, received.source());
    }
    return verdict;
  }

  private Validated judge(int index, ReceivedAdvert received, boolean known, long clockNanos) {
    AdvertGuard guard = guards.get(index);
    if (guard == null) {
      return validations.get(index).check(received, known);
    }
    ReceivedAdvert announced =
        AdvertGuard.hasTrailer(received) ? received.withoutTrailer() : received;
    Validated verdict = validations.get(index).check(announced, known);
    if (verdict instanceof Validated.Accepted) {
      RejectReason reason = guard.judge(received, clockNanos);
      return reason == null ? verdict : new Validated.Rejected(reason, true);
    }
    return verdict;
  }

  private int first(AddressFamily family) {
    for (int i = 0; i < validations.size(); i++) {
      if (validations.get(i).family() == family) {
        return i;
      }
    }
    return NOBODY;
  }
}
