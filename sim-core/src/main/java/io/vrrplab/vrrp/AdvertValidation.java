package io.vrrplab.vrrp;

import io.vrrplab.vrrp.AcceptanceRules.AddressList;
import io.vrrplab.vrrp.DaemonRules.PeerChecksum;
import io.vrrplab.wire.ChecksumForm;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.VrrpPacket;
import io.vrrplab.wire.VrrpUndecodable;
import io.vrrplab.wire.VrrpV2Packet;
import io.vrrplab.wire.VrrpV3Packet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The receive checks of one virtual router: RFC 3768 7.1, RFC 5798 7.1, RFC 9568 7.1 with its
 * errata, and what daemons add or leave out, made in the order of {@link RejectReason}.
 */
public final class AdvertValidation {

  private static final int HEADER_OCTETS = 8;
  private static final int CENTISECONDS_PER_SECOND = 100;

  private final VirtualRouterConfig config;
  private final int version;
  private final AcceptanceRules rules;
  private final AddressFamily family;
  private final IpAddress group;
  private final Delivery.@Nullable Unicast peers;
  private final RejectReason[] dropped;
  private final RejectReason[] logged;

  /** What judges version 2 where versions are mixed (RFC 9568 8.4.2); null where they are not. */
  private final @Nullable AdvertValidation ofVersion2;

  /** The checks of one virtual router. */
  public AdvertValidation(VirtualRouterConfig config) {
    this(config, null);
  }

  /** The checks of one virtual router beside another one, mostly the same ones: they share them. */
  AdvertValidation(VirtualRouterConfig config, @Nullable AdvertValidation neighbour) {
    this(
        config,
        config.version(),
        neighbour,
        config.options().mixedVersions() ? new AdvertValidation(config, 2, null, null) : null);
  }

  private AdvertValidation(
      VirtualRouterConfig config,
      int version,
      @Nullable AdvertValidation neighbour,
      @Nullable AdvertValidation ofVersion2) {
    this.config = config;
    this.version = version;
    this.ofVersion2 = ofVersion2;
    this.rules = config.profile().acceptance();
    this.family = config.family();
    this.group = config.group();
    this.peers = config.options().delivery() instanceof Delivery.Unicast unicast ? unicast : null;
    List<RejectReason> drops = new ArrayList<>();
    List<RejectReason> logs = new ArrayList<>();
    for (RejectReason reason : RejectReason.values()) {
      switch (treatment(reason)) {
        case DROP -> drops.add(reason);
        case LOG -> logs.add(reason);
        case ACCEPT -> {}
      }
    }
    if (rules.addressList() == AddressList.DROPPED_UNLESS_FROM_OWNER
        || rules.addressList() == AddressList.DROPPED_FROM_ANOTHER_SENDER) {
      logs.add(RejectReason.ADDRESS_LIST);
    }
    this.dropped = shared(drops, neighbour == null ? null : neighbour.dropped);
    this.logged = shared(logs, neighbour == null ? null : neighbour.logged);
  }

  private static RejectReason[] shared(List<RejectReason> own, RejectReason @Nullable [] others) {
    RejectReason[] reasons = own.toArray(RejectReason[]::new);
    return others != null && Arrays.equals(reasons, others) ? others : reasons;
  }

  AddressFamily family() {
    return family;
  }

  /** Which check this virtual router makes at all, and with what consequence. */
  private Treatment treatment(RejectReason reason) {
    boolean version2 = version == 2;
    boolean mixed = config.options().mixedVersions();
    return switch (reason) {
      case TTL, VERSION, TYPE, INCOMPLETE, CHECKSUM, UNKNOWN_VRID -> Treatment.DROP;
      case OWN_ADDRESS, DESTINATION, SURPLUS -> rules.treatment(reason);
      case PEER -> peers != null && peers.checksSource() ? Treatment.DROP : Treatment.ACCEPT;
      case OWNER -> config.isOwner() ? rules.treatment(reason) : Treatment.ACCEPT;
      // These need a clock and a memory: AdvertGuard judges them.
      case TRAILER_MISSING,
          TRAILER_MALFORMED,
          TRAILER_STALE,
          TRAILER_KEY,
          TRAILER_HMAC,
          TRAILER_REPLAYED ->
          Treatment.ACCEPT;
      case AUTHENTICATION, PASSWORD -> version2 ? Treatment.DROP : Treatment.ACCEPT;
      case COUNT -> version2 ? Treatment.ACCEPT : rules.treatment(reason);
      case INTERVAL_ZERO ->
          // Without the check for equality nothing else would stop a version 2 interval of 0.
          version2 ? (mixed ? Treatment.DROP : Treatment.ACCEPT) : rules.treatment(reason);
      case LINK_LOCAL -> family == AddressFamily.IPV6 ? rules.treatment(reason) : Treatment.ACCEPT;
      // A mixed Backup obeys the Master's rate, whatever its own is (RFC 9568 8.4.2).
      case INTERVAL -> version2 && !mixed ? Treatment.DROP : rules.treatment(reason);
      case ADDRESS_LIST ->
          switch (rules.addressList()) {
            case NOT_COMPARED -> Treatment.ACCEPT;
            case COUNT_LOGGED, LOGGED -> Treatment.LOG;
            case DROPPED_UNLESS_FROM_OWNER, DROPPED_FROM_ANOTHER_SENDER, DROPPED -> Treatment.DROP;
          };
    };
  }

  /** Judges a packet that arrived on the virtual router's interface, from a sender yet unheard. */
  public Validated check(ReceivedAdvert received) {
    return check(received, false);
  }

  /**
   * Judges a packet that arrived on the virtual router's interface.
   *
   * @param known whether the last advert that was taken came from the same sender
   */
  Validated check(ReceivedAdvert received, boolean known) {
    if (ofVersion2 != null && received.packet().version() == 2) {
      return ofVersion2.check(received, known);
    }
    for (RejectReason reason : dropped) {
      if (isIrregular(received, reason) && !isExcused(received, reason, known)) {
        return new Validated.Rejected(reason, isAddressed(received, reason));
      }
    }
    List<RejectReason> tolerated = tolerated(received);
    return tolerated.isEmpty()
        ? received.accepted()
        : new Validated.Accepted(received.advert(), tolerated);
  }

  private List<RejectReason> tolerated(ReceivedAdvert received) {
    List<RejectReason> tolerated = List.of();
    for (RejectReason reason : logged) {
      if (isIrregular(received, reason) && !isOwnReflection(received, reason)) {
        tolerated = tolerated.isEmpty() ? new ArrayList<>() : tolerated;
        tolerated.add(reason);
      }
    }
    return tolerated;
  }

  /** An owner that hears itself over a loop has not found another one (RFC 9568 8.3.2). */
  private boolean isOwnReflection(ReceivedAdvert received, RejectReason reason) {
    return reason == RejectReason.OWNER && received.source().equals(config.primaryAddress());
  }

  private boolean isIrregular(ReceivedAdvert received, RejectReason reason) {
    VrrpPacket packet = received.packet();
    return switch (reason) {
      case OWN_ADDRESS -> received.source().equals(config.primaryAddress());
      case DESTINATION ->
          !received.destination().equals(peers == null ? group : config.primaryAddress());
      case TTL -> !arrivedFromAllowedDistance(received);
      // What has no octet at all has no version to be wrong; it is incomplete.
      case VERSION -> packet.version() != version && octets(packet) > 0;
      case TYPE -> packet.type() != VrrpPacket.ADVERTISEMENT && octets(packet) > 0;
      case INCOMPLETE -> packet instanceof VrrpUndecodable;
      case SURPLUS -> received.surplusOctets() > 0;
      case CHECKSUM -> !hasGoodChecksum(received.satisfiedForms());
      case UNKNOWN_VRID -> !isForThisRouter(received);
      case PEER -> peers != null && peers.peer(received.source()) == null;
      case OWNER -> config.isOwner();
      case AUTHENTICATION ->
          packet instanceof VrrpV2Packet v2
              && v2.authenticationType() != config.authentication().type();
      case PASSWORD ->
          packet instanceof VrrpV2Packet v2
              && config.authentication().type() != Authentication.NONE.type()
              && v2.authenticationData() != config.authentication().data();
      case TRAILER_MISSING,
          TRAILER_MALFORMED,
          TRAILER_STALE,
          TRAILER_KEY,
          TRAILER_HMAC,
          TRAILER_REPLAYED ->
          false;
      case COUNT -> packet.addresses().isEmpty();
      case LINK_LOCAL ->
          packet.addresses().isEmpty() || !packet.addresses().getFirst().isLinkLocal();
      case INTERVAL_ZERO -> intervalCs(packet) == 0;
      case ADDRESS_LIST -> listsOtherAddresses(packet.addresses());
      case INTERVAL -> intervalCs(packet) != ownIntervalCs();
    };
  }

  /** 255 for the group, and what a peer is allowed where adverts go to peers. */
  private boolean arrivedFromAllowedDistance(ReceivedAdvert received) {
    if (peers == null) {
      return received.hopLimit() == OutgoingAdvert.HOP_LIMIT;
    }
    Delivery.Peer peer = peers.peer(received.source());
    return peer == null || peer.takes(received.hopLimit());
  }

  /** RFC 3768 7.1: a list that differs is no ground for dropping what the owner itself says. */
  private boolean isExcused(ReceivedAdvert received, RejectReason reason, boolean known) {
    return reason == RejectReason.ADDRESS_LIST
        && switch (rules.addressList()) {
          case DROPPED_UNLESS_FROM_OWNER ->
              received.packet().priority() == VrrpPacket.PRIORITY_OWNER;
          case DROPPED_FROM_ANOTHER_SENDER -> known;
          case NOT_COMPARED, COUNT_LOGGED, LOGGED, DROPPED -> false;
        };
  }

  private boolean hasGoodChecksum(Set<ChecksumForm> satisfied) {
    return allows(ChecksumForm.MESSAGE_ONLY) && satisfied.contains(ChecksumForm.MESSAGE_ONLY)
        || allows(ChecksumForm.PSEUDO_HEADER) && satisfied.contains(ChecksumForm.PSEUDO_HEADER)
        || allows(ChecksumForm.GROUP_PSEUDO_HEADER)
            && satisfied.contains(ChecksumForm.GROUP_PSEUDO_HEADER);
  }

  private boolean allows(ChecksumForm form) {
    if (version == 2) {
      return form == ChecksumForm.MESSAGE_ONLY;
    }
    return family == AddressFamily.IPV4
        ? rules.ipv4Version3Checksum().allows(form) && suitsPeers(form)
        : form == config.checksumForm();
  }

  /** keepalived summed the group in unicast adverts too, and later versions still take that. */
  private boolean suitsPeers(ChecksumForm form) {
    PeerChecksum taken = config.profile().daemon().peerChecksum();
    return switch (form) {
      case MESSAGE_ONLY -> true;
      case PSEUDO_HEADER -> peers == null || taken != PeerChecksum.OF_GROUP_ALONE;
      case GROUP_PSEUDO_HEADER -> peers != null && taken != PeerChecksum.OF_DESTINATION;
    };
  }

  /** What another router with the own interval would announce in this version. */
  private int ownIntervalCs() {
    int own = config.advertisementIntervalCs();
    return version == 2 ? OutgoingAdvert.wholeSeconds(own) * CENTISECONDS_PER_SECOND : own;
  }

  private boolean isForThisRouter(ReceivedAdvert received) {
    return received.packet().virtualRouterId() == config.virtualRouterId()
        && AddressFamily.of(received.source()) == family;
  }

  /** The order of the list is advice only (RFC 9568 5.2.9), and FRR compares its length alone. */
  private boolean listsOtherAddresses(List<? extends IpAddress> listed) {
    List<IpAddress> configured = config.addresses();
    if (listed.size() != configured.size()) {
      return true;
    }
    return rules.addressList() != AddressList.COUNT_LOGGED
        && !listed.equals(configured)
        && !listed.containsAll(configured);
  }

  /** What keepalived counts as a packet for its virtual router, be it ever so wrong. */
  private boolean isAddressed(ReceivedAdvert received, RejectReason reason) {
    return reason != RejectReason.OWN_ADDRESS
        && reason != RejectReason.DESTINATION
        && octets(received.packet()) >= HEADER_OCTETS
        && isForThisRouter(received);
  }

  private static int octets(VrrpPacket packet) {
    return switch (packet) {
      case VrrpUndecodable undecodable -> undecodable.octets().length();
      case VrrpV2Packet _, VrrpV3Packet _ -> HEADER_OCTETS;
    };
  }

  /** The sender's interval; 0 of what is no whole message. */
  static int intervalCs(VrrpPacket packet) {
    return switch (packet) {
      case VrrpV2Packet v2 -> v2.intervalSeconds() * CENTISECONDS_PER_SECOND;
      case VrrpV3Packet v3 -> v3.intervalCs();
      case VrrpUndecodable _ -> 0;
    };
  }
}
