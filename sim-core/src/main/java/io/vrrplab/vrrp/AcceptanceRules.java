package io.vrrplab.vrrp;

import static io.vrrplab.vrrp.RejectReason.COUNT;
import static io.vrrplab.vrrp.RejectReason.DESTINATION;
import static io.vrrplab.vrrp.RejectReason.INTERVAL;
import static io.vrrplab.vrrp.RejectReason.INTERVAL_ZERO;
import static io.vrrplab.vrrp.RejectReason.LINK_LOCAL;
import static io.vrrplab.vrrp.RejectReason.OWNER;
import static io.vrrplab.vrrp.RejectReason.OWN_ADDRESS;
import static io.vrrplab.vrrp.RejectReason.SURPLUS;

import io.vrrplab.wire.ChecksumForm;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What a receiver refuses. Everybody checks TTL, version, type, completeness, checksum, VRID, and
 * in version 2 authentication and interval; here stands what only some check.
 *
 * <ul>
 *   <li>{@code OWN_ADDRESS}: the RFCs do not look; Linux drops such packets before keepalived or
 *       FRR could see them.
 *   <li>{@code DESTINATION}: RFC 9568 7.1 does not look; keepalived in multicast mode and FRR take
 *       the group only.
 *   <li>{@code SURPLUS}: RFC 9568 7.1 asks for a complete packet, keepalived and FRR for one of the
 *       exact length.
 *   <li>{@code OWNER}: dropped by RFC 3768 7.1 and RFC 5798 7.1, logged and processed by RFC 9568
 *       with EID 8298.
 *   <li>{@code COUNT}, version 3: dropped by RFC 9568 5.2.5 and EID 8299, and by FRR.
 *   <li>{@code LINK_LOCAL}, IPv6: dropped by EID 8300.
 *   <li>{@code INTERVAL_ZERO}, version 3: dropped by EID 8301; others learn it and take over at
 *       once.
 *   <li>{@code INTERVAL}, version 3: logged by RFC 9568 7.1 and keepalived, not looked at by RFC
 *       5798 and FRR. Version 2 always drops (RFC 3768 7.1).
 * </ul>
 *
 * @param treatments what is done about each of these; those not named are accepted
 * @param ipv4Version3Checksum which checksum forms pass in version 3 over IPv4
 * @param addressList what a difference between the listed and the configured addresses leads to
 */
public record AcceptanceRules(
    Map<RejectReason, Treatment> treatments,
    Ipv4Checksum ipv4Version3Checksum,
    AddressList addressList) {

  private static final Set<RejectReason> MATTERS_OF_OPINION =
      EnumSet.of(
          OWN_ADDRESS, DESTINATION, SURPLUS, OWNER, COUNT, LINK_LOCAL, INTERVAL_ZERO, INTERVAL);

  /** The three dialects of version 3 over IPv4. */
  public enum Ipv4Checksum {
    /** RFC 9568 5.2.8. */
    MESSAGE_ONLY,
    /** RFC 5798 5.2.8 as keepalived and FRR read it. */
    PSEUDO_HEADER,
    /** Both; of 65536 spoiled packets two pass instead of one. */
    EITHER;

    /** Whether a packet may be summed in that form. */
    boolean allows(ChecksumForm form) {
      return switch (this) {
        case MESSAGE_ONLY -> form == ChecksumForm.MESSAGE_ONLY;
        case PSEUDO_HEADER -> form != ChecksumForm.MESSAGE_ONLY;
        case EITHER -> true;
      };
    }
  }

  /** What a difference between the listed and the configured addresses leads to. */
  public enum AddressList {
    /** Nothing: the lists are not compared (RFC 9568 7.1: MAY). */
    NOT_COMPARED,
    /** A log line, for another number of addresses only (FRR). */
    COUNT_LOGGED,
    /** A log line (RFC 5798 7.1, RFC 9568 7.1, keepalived from 2.3.3). */
    LOGGED,
    /** The advert is dropped, unless its sender is the owner (RFC 3768 7.1). */
    DROPPED_UNLESS_FROM_OWNER,
    /** The advert is dropped (keepalived to 2.3.2). */
    DROPPED,
    /**
     * It is dropped, unless the last advert that was taken came from the same sender ({@code
     * skip_check_adv_addr} of keepalived to 2.3.2).
     */
    DROPPED_FROM_ANOTHER_SENDER
  }

  public AcceptanceRules {
    EnumMap<RejectReason, Treatment> copy = new EnumMap<>(RejectReason.class);
    copy.putAll(treatments);
    if (!MATTERS_OF_OPINION.containsAll(copy.keySet())) {
      throw new IllegalArgumentException("not all of these checks are optional: " + copy.keySet());
    }
    treatments = Collections.unmodifiableMap(copy);
  }

  /** Rules that make the checks of everybody and no other. */
  public static AcceptanceRules of(Ipv4Checksum ipv4Version3Checksum, AddressList addressList) {
    return new AcceptanceRules(
        new EnumMap<>(RejectReason.class), ipv4Version3Checksum, addressList);
  }

  /** The same rules, with one more check that drops. */
  public AcceptanceRules dropping(RejectReason reason) {
    return treating(reason, Treatment.DROP);
  }

  /** The same rules, with one more check that logs. */
  public AcceptanceRules logging(RejectReason reason) {
    return treating(reason, Treatment.LOG);
  }

  /** The same rules, with that check left out. */
  public AcceptanceRules accepting(RejectReason reason) {
    return treating(reason, Treatment.ACCEPT);
  }

  /** The same rules, with another consequence of a list that differs. */
  public AcceptanceRules withAddressList(AddressList changed) {
    return new AcceptanceRules(treatments, ipv4Version3Checksum, changed);
  }

  /** The same rules, with other forms of the checksum of version 3 over IPv4 that pass. */
  public AcceptanceRules withIpv4Version3Checksum(Ipv4Checksum changed) {
    return new AcceptanceRules(treatments, changed, addressList);
  }

  private AcceptanceRules treating(RejectReason reason, Treatment treatment) {
    EnumMap<RejectReason, Treatment> changed = new EnumMap<>(RejectReason.class);
    changed.putAll(treatments);
    changed.put(reason, treatment);
    return new AcceptanceRules(changed, ipv4Version3Checksum, addressList);
  }

  /** What is done about an optional check. */
  public Treatment treatment(RejectReason reason) {
    return treatments.getOrDefault(reason, Treatment.ACCEPT);
  }
}
