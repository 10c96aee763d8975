package io.vrrplab.vrrp;

import io.vrrplab.wire.IpAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a virtual router can be told beyond the parameters that every RFC has; the names in braces
 * are keepalived's.
 *
 * @param preemptDelayNanos how long a Backup obeys a Master of lower priority after it first heard
 *     it, 0 for not at all ({@code preempt_delay})
 * @param announcementSpacingNanos least distance of two announcements on one interface, 0 for none
 *     ({@code garp_interval}, {@code gna_interval})
 * @param unadvertisedAddresses what a Master holds besides, of either family, and does not list in
 *     its adverts ({@code virtual_ipaddress_excluded})
 * @param delivery to whom adverts go
 * @param mixedVersions whether a virtual router of version 3 over IPv4 speaks and understands
 *     version 2 as well (RFC 5798 8.4.2, RFC 9568 8.4.2). It is for the time of an upgrade only,
 *     and off unless it is asked for (RFC 9568 8.4.1)
 * @param latePriority the highest priority of any other node, 1 to 254, to which a Master that does
 *     not preempt yields when its advert is so late that such a node has taken over; 0 for never
 *     ({@code timer_expired_backup})
 * @param placement which addresses are held on another interface than that of the adverts
 * @param watch what it makes of addresses that other software removes
 * @param hmac how adverts are authenticated by a trailer, null for not at all ({@code auth_hmac})
 */
public record VirtualRouterOptions(
    long preemptDelayNanos,
    long announcementSpacingNanos,
    List<IpAddress> unadvertisedAddresses,
    Delivery delivery,
    boolean mixedVersions,
    int latePriority,
    Placement placement,
    AddressWatch watch,
    @Nullable HmacRules hmac) {

  /** None of it: a virtual router of the RFCs. */
  public static final VirtualRouterOptions NONE =
      new VirtualRouterOptions(
          0, 0, List.of(), Delivery.STANDARD, false, 0, Placement.NONE, AddressWatch.DEFAULT, null);

  public VirtualRouterOptions {
    unadvertisedAddresses = List.copyOf(unadvertisedAddresses);
    Checks.range("preempt delay", preemptDelayNanos, 0, Long.MAX_VALUE);
    Checks.range("priority of others", latePriority, 0, 254);
    Checks.range("spacing of announcements", announcementSpacingNanos, 0, Long.MAX_VALUE);
  }

  /** The same with another preempt delay, nanoseconds. */
  public VirtualRouterOptions withPreemptDelayNanos(long changed) {
    return new VirtualRouterOptions(
        changed,
        announcementSpacingNanos,
        unadvertisedAddresses,
        delivery,
        mixedVersions,
        latePriority,
        placement,
        watch,
        hmac);
  }

  /** The same with another spacing of announcements, nanoseconds. */
  public VirtualRouterOptions withAnnouncementSpacingNanos(long changed) {
    return new VirtualRouterOptions(
        preemptDelayNanos,
        changed,
        unadvertisedAddresses,
        delivery,
        mixedVersions,
        latePriority,
        placement,
        watch,
        hmac);
  }

  /** The same with other addresses that are held and not advertised. */
  public VirtualRouterOptions withUnadvertisedAddresses(List<IpAddress> changed) {
    return new VirtualRouterOptions(
        preemptDelayNanos,
        announcementSpacingNanos,
        changed,
        delivery,
        mixedVersions,
        latePriority,
        placement,
        watch,
        hmac);
  }

  /** The same with adverts sent to others. */
  public VirtualRouterOptions withDelivery(Delivery changed) {
    return new VirtualRouterOptions(
        preemptDelayNanos,
        announcementSpacingNanos,
        unadvertisedAddresses,
        changed,
        mixedVersions,
        latePriority,
        placement,
        watch,
        hmac);
  }

  /** The same with version 2 beside version 3, or without it. */
  public VirtualRouterOptions withMixedVersions(boolean changed) {
    return new VirtualRouterOptions(
        preemptDelayNanos,
        announcementSpacingNanos,
        unadvertisedAddresses,
        delivery,
        changed,
        latePriority,
        placement,
        watch,
        hmac);
  }

  /** The same with a priority to which a Master yields that is late, 0 for none. */
  public VirtualRouterOptions withLatePriority(int changed) {
    return new VirtualRouterOptions(
        preemptDelayNanos,
        announcementSpacingNanos,
        unadvertisedAddresses,
        delivery,
        mixedVersions,
        changed,
        placement,
        watch,
        hmac);
  }

  /** The same with addresses held elsewhere. */
  public VirtualRouterOptions withPlacement(Placement changed) {
    return new VirtualRouterOptions(
        preemptDelayNanos,
        announcementSpacingNanos,
        unadvertisedAddresses,
        delivery,
        mixedVersions,
        latePriority,
        changed,
        watch,
        hmac);
  }

  /** The same with another answer to addresses that other software removes. */
  public VirtualRouterOptions withWatch(AddressWatch changed) {
    return new VirtualRouterOptions(
        preemptDelayNanos,
        announcementSpacingNanos,
        unadvertisedAddresses,
        delivery,
        mixedVersions,
        latePriority,
        placement,
        changed,
        hmac);
  }

  /** The same with trailers that authenticate adverts. */
  public VirtualRouterOptions withHmac(@Nullable HmacRules changed) {
    return new VirtualRouterOptions(
        preemptDelayNanos,
        announcementSpacingNanos,
        unadvertisedAddresses,
        delivery,
        mixedVersions,
        latePriority,
        placement,
        watch,
        changed);
  }
}
