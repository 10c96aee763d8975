package io.vrrplab.vrrp;

/**
 * Where daemons differ in what the RFCs leave to them: how they deal with the machine on which they
 * run, and with mistakes of those who configured it.
 *
 * @param linkLoss what the loss of the interface's carrier means
 * @param addressesAfterStop what becomes of the virtual addresses when a Master stops in good order
 * @param ownerConflict what an owner does that hears another owner as Master
 * @param mixedVersions whether versions 2 and 3 can run side by side, which RFC 9568 8.4 leaves
 *     open
 */
public record DaemonRules(
    LinkLoss linkLoss,
    AddressesAfterStop addressesAfterStop,
    OwnerConflict ownerConflict,
    MixedVersions mixedVersions) {

  /** The same with another meaning of the loss of the carrier. */
  public DaemonRules withLinkLoss(LinkLoss changed) {
    return new DaemonRules(changed, addressesAfterStop, ownerConflict, mixedVersions);
  }

  /** What a virtual router does when its interface loses the carrier. */
  public enum LinkLoss {
    /** It ends, and starts anew with the link (RFC 9568 6.4.1: Startup and Shutdown events). */
    ENDS,
    /** Nothing: a Master goes on as if it were heard (FRR). */
    UNNOTICED
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

  /** As the RFCs have it. */
  public static final DaemonRules STANDARD =
      new DaemonRules(
          LinkLoss.ENDS,
          AddressesAfterStop.REMOVED,
          OwnerConflict.ADDRESSES_COMPARED,
          MixedVersions.OFFERED);
}
