package io.vrrplab.vrrp;

/**
 * Where daemons differ in what the RFCs leave to them: how they deal with the machine on which they
 * run, and with mistakes of those who configured it.
 *
 * @param linkLoss what the loss of the interface's carrier means
 * @param addressLoss what it means that other software takes addresses off the interface
 * @param addressesAfterStop what becomes of the virtual addresses when a Master stops in good order
 * @param ownerConflict what an owner does that hears another owner as Master
 * @param mixedVersions whether versions 2 and 3 can run side by side, which RFC 9568 8.4 leaves
 *     open
 * @param peerChecksum what the pseudo-header of unicast adverts over IPv4 has for a destination
 */
public record DaemonRules(
    LinkLoss linkLoss,
    AddressLoss addressLoss,
    AddressesAfterStop addressesAfterStop,
    OwnerConflict ownerConflict,
    MixedVersions mixedVersions,
    PeerChecksum peerChecksum) {

  /** The same with another meaning of the loss of the carrier. */
  public DaemonRules withLinkLoss(LinkLoss changed) {
    return new DaemonRules(
        changed, addressLoss, addressesAfterStop, ownerConflict, mixedVersions, peerChecksum);
  }

  /** Whether a Master that ends for this reason leaves its addresses behind. */
  public boolean leavesAddresses(Decision decision) {
    return decision == Decision.SHUTDOWN && addressesAfterStop == AddressesAfterStop.LEFT_BEHIND;
  }

  /** The same with another checksum of unicast adverts. */
  public DaemonRules withPeerChecksum(PeerChecksum changed) {
    return new DaemonRules(
        linkLoss, addressLoss, addressesAfterStop, ownerConflict, mixedVersions, changed);
  }

  /** What a virtual router does when its interface loses the carrier. */
  public enum LinkLoss {
    /** It ends, and starts anew with the link (RFC 9568 6.4.1: Startup and Shutdown events). */
    ENDS,
    /** Nothing: a Master goes on as if it were heard (FRR). */
    UNNOTICED
  }

  /** What a virtual router makes of addresses that other software removes. */
  public enum AddressLoss {
    /** Nothing: it goes on as if they were there (the RFCs know of no such thing). */
    UNNOTICED,
    /**
     * A Master that misses a virtual address gives up its role and claims it back after Skew_Time;
     * without an own address to send from it must leave (keepalived from 2.0 on).
     */
    FOLLOWED,
    /**
     * It stays what it is, and while its own address is away its adverts do not leave the machine
     * (measured with FRR 8.4.4, which logs that the network is unreachable).
     */
    SILENCED
  }

  /** Where the virtual addresses are after an orderly stop of their Master. */
  public enum AddressesAfterStop {
    /** Gone: nobody answers for them until the next Master does. */
    REMOVED,
    /** Still there and answered for, until hosts hear of the next Master (FRR's macvlan). */
    LEFT_BEHIND
  }

  /** What a Master of priority 255 makes of an advert of priority 255. */
  public enum OwnerConflict {
    /** As with any equal priority, the addresses decide (RFC 9568 6.4.3). */
    ADDRESSES_COMPARED,
    /** Whoever hears it lowers its priority to 254 for good, and yields (keepalived to 2.3.2). */
    PRIORITY_LOWERED
  }

  /** Whether {@link VirtualRouterOptions#mixedVersions} can be asked for. */
  public enum MixedVersions {
    /** Yes, for a virtual router of version 3 over IPv4 (RFC 5798 8.4.2, RFC 9568 8.4.2). */
    OFFERED,
    /** No: a virtual router speaks one version (keepalived, FRR). */
    UNKNOWN
  }

  /** Which destination the checksum of version 3 over IPv4 covers in unicast adverts. */
  public enum PeerChecksum {
    /** The real one, and no other is taken ({@code old_unicast_checksum never}). */
    OF_DESTINATION,
    /** The real one, until a peer is heard that sums the group (keepalived from 1.3.7 on). */
    LEARNED,
    /** The group of VRRP; both are taken ({@code old_unicast_checksum}). */
    OF_GROUP,
    /** The group of VRRP, and no other is taken (keepalived up to 1.3.6). */
    OF_GROUP_ALONE;

    boolean sumsGroup() {
      return this == OF_GROUP || this == OF_GROUP_ALONE;
    }
  }

  /** As the RFCs have it. */
  public static final DaemonRules STANDARD =
      new DaemonRules(
          LinkLoss.ENDS,
          AddressLoss.UNNOTICED,
          AddressesAfterStop.REMOVED,
          OwnerConflict.ADDRESSES_COMPARED,
          MixedVersions.OFFERED,
          PeerChecksum.OF_DESTINATION);
}
