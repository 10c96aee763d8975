package io.vrrplab.vrrp;

import io.vrrplab.wire.IpAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * Where a Master holds those of its addresses that do not stand on the interface of its adverts, or
 * not with the MAC that it announces there ({@code dev}, {@code use_vmac_addr}). No RFC knows of
 * such addresses.
 *
 * @param spots the place of each such address; all others are where the adverts are
 * @param reminderNanos period in which the interfaces from which no advert comes show their MACs to
 *     switches, 0 for never ({@code garp_extra_if}); it counts only where there are such interfaces
 * @param remindsEverywhere whether interfaces with a MAC of their own do so too, and not only those
 *     with a virtual one ({@code garp_extra_if all})
 */
public record Placement(
    SequencedMap<IpAddress, Spot> spots, long reminderNanos, boolean remindsEverywhere) {

  /** All addresses stand on the interface of the adverts. */
  public static final Placement NONE = new Placement(new LinkedHashMap<>(), 0, false);

  public Placement {
    spots = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(spots));
    Checks.range("period of reminders", reminderNanos, 0, Long.MAX_VALUE);
  }

  /**
   * The place of an address.
   *
   * @param link the segment to which the interface leads, by its name
   * @param mac what answers for the address there; the virtual MAC is that of the address's family
   * @param announced whether anybody is told of it; an address of the loopback is answered for on
   *     the link all the same
   * @param spacingNanos least distance of two announcements on that interface, 0 for none
   */
  public record Spot(String link, MacChoice mac, boolean announced, long spacingNanos) {
    public Spot {
      Checks.range("spacing of announcements", spacingNanos, 0, Long.MAX_VALUE);
    }
  }

  /** The place of an address that does not stand where the adverts are. */
  public Optional<Spot> of(IpAddress address) {
    return Optional.ofNullable(spots.get(address));
  }

  /** Whether any interface is to show its MAC again and again. */
  boolean reminds() {
    return reminderNanos > 0 && spots.sequencedValues().stream().anyMatch(this::isReminded);
  }

  private boolean isReminded(Spot spot) {
    return spot.announced() && (remindsEverywhere || spot.mac() == MacChoice.VIRTUAL);
  }

  /**
   * The addresses with which the MACs are shown: the first one on each interface.
   *
   * @param held all that a Master holds
   * @param hidden whether adverts do not show the MAC that the other addresses are announced with
   */
  List<IpAddress> reminded(List<IpAddress> held, boolean hidden) {
    SequencedSet<Card> cards = new LinkedHashSet<>();
    List<IpAddress> first = new ArrayList<>();
    for (IpAddress address : held) {
      Spot spot = spots.get(address);
      boolean wanted = spot == null ? hidden : isReminded(spot);
      if (wanted && cards.add(card(address, spot))) {
        first.add(address);
      }
    }
    return first;
  }

  /** To keepalived a virtual MAC is an interface of its own for each family. */
  private record Card(@Nullable String link, @Nullable AddressFamily virtual) {}

  private static Card card(IpAddress address, @Nullable Spot spot) {
    boolean virtual = spot != null && spot.mac() == MacChoice.VIRTUAL;
    return new Card(spot == null ? null : spot.link(), virtual ? AddressFamily.of(address) : null);
  }
}
