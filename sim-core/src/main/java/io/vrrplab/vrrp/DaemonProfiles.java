package io.vrrplab.vrrp;

import io.vrrplab.vrrp.AcceptanceRules.AddressList;
import io.vrrplab.vrrp.AcceptanceRules.Ipv4Checksum;
import io.vrrplab.vrrp.AnnouncementRules.ArpTarget;
import io.vrrplab.vrrp.AnnouncementRules.Burst;
import io.vrrplab.vrrp.AnnouncementRules.RouterFlag;
import io.vrrplab.vrrp.DaemonRules.AddressLoss;
import io.vrrplab.vrrp.DaemonRules.AddressesAfterStop;
import io.vrrplab.vrrp.DaemonRules.LinkLoss;
import io.vrrplab.vrrp.DaemonRules.MixedVersions;
import io.vrrplab.vrrp.DaemonRules.OwnerConflict;
import io.vrrplab.vrrp.DaemonRules.PeerChecksum;
import io.vrrplab.vrrp.ElectionRules.AdvertTimer;
import io.vrrplab.vrrp.ElectionRules.LosingAdvert;
import io.vrrplab.vrrp.ElectionRules.OwnerStartup;
import io.vrrplab.vrrp.ElectionRules.PartingAdvert;
import io.vrrplab.vrrp.SendingRules.FirstIpv6Address;
import io.vrrplab.vrrp.SendingRules.Passwords;
import io.vrrplab.vrrp.TimerRules.LearnedSkew;
import io.vrrplab.wire.ChecksumForm;

/** The daemons that people run, with their default settings. */
final class DaemonProfiles {

  private static final int NETWORK_CONTROL = 0xc0;

  /** {@code garp_master_repeat} and {@code garp_master_delay}, and the same for losing adverts. */
  private static final Burst FIVE_AND_FIVE_MORE = new Burst(5, 5_000_000_000L);

  /** What vrrpd asks of zebra while it is Master ({@code VRRP_RADV_INT}). */
  private static final long ZEBRA_ROUTER_ADVERT_NANOS = 16_000_000_000L;

  private DaemonProfiles() {}

  /** What people write for keepalived in a version. */
  static String name(KeepalivedVersion version) {
    return version == KeepalivedVersion.DEFAULT ? "keepalived" : "keepalived-" + version.text();
  }

  static Profile keepalived(KeepalivedVersion version) {
    boolean comparesLists = !version.isFrom(KeepalivedVersion.V2_3_3);
    AdvertTimer afterAnyPacket =
        version.isFrom(KeepalivedVersion.V2_0) ? AdvertTimer.RESTARTED : AdvertTimer.KEPT;
    return new Profile(
        name(version),
        2,
        3,
        255,
        new TimerRules(TimerRounding.MICROSECOND, 3, LearnedSkew.RECOMPUTED),
        new SendingRules(
            ChecksumForm.PSEUDO_HEADER,
            MacChoice.INTERFACE,
            FirstIpv6Address.ANY,
            0,
            Passwords.SIMPLE,
            NETWORK_CONTROL,
            1,
            2),
        keepalivedAcceptance(comparesLists ? AddressList.DROPPED : AddressList.LOGGED),
        new ElectionRules(
            OwnerStartup.BACKUP_FOR_A_MICROSECOND,
            LosingAdvert.ASSERT_AND_ANNOUNCE,
            afterAnyPacket,
            afterAnyPacket,
            PartingAdvert.NONE),
        new AnnouncementRules(
            FIVE_AND_FIVE_MORE,
            FIVE_AND_FIVE_MORE,
            0,
            1,
            ArpTarget.BROADCAST,
            MacChoice.INTERFACE,
            RouterFlag.IF_FORWARDING,
            0),
        new DaemonRules(
            LinkLoss.ENDS,
            version.isFrom(KeepalivedVersion.V2_0) ? AddressLoss.FOLLOWED : AddressLoss.UNNOTICED,
            AddressesAfterStop.REMOVED,
            comparesLists ? OwnerConflict.PRIORITY_LOWERED : OwnerConflict.ADDRESSES_COMPARED,
            MixedVersions.UNKNOWN,
            version.isFrom(KeepalivedVersion.V2_0)
                ? PeerChecksum.LEARNED
                : PeerChecksum.OF_GROUP_ALONE));
  }

  private static AcceptanceRules keepalivedAcceptance(AddressList addressList) {
    return AcceptanceRules.of(Ipv4Checksum.PSEUDO_HEADER, addressList)
        .dropping(RejectReason.OWN_ADDRESS)
        .dropping(RejectReason.DESTINATION)
        .dropping(RejectReason.SURPLUS)
        .logging(RejectReason.INTERVAL);
  }

  static Profile frr() {
    return new Profile(
        "frr",
        2,
        3,
        254,
        new TimerRules(TimerRounding.CENTISECOND, 3, LearnedSkew.RECOMPUTED),
        new SendingRules(
            ChecksumForm.PSEUDO_HEADER,
            MacChoice.VIRTUAL,
            FirstIpv6Address.ANY,
            1,
            Passwords.NONE,
            NETWORK_CONTROL,
            1,
            1),
        AcceptanceRules.of(Ipv4Checksum.PSEUDO_HEADER, AddressList.COUNT_LOGGED)
            .dropping(RejectReason.OWN_ADDRESS)
            .dropping(RejectReason.DESTINATION)
            .dropping(RejectReason.SURPLUS)
            .dropping(RejectReason.COUNT),
        new ElectionRules(
            OwnerStartup.MASTER,
            LosingAdvert.SILENT,
            AdvertTimer.KEPT,
            AdvertTimer.KEPT,
            PartingAdvert.NONE),
        new AnnouncementRules(
            Burst.ONCE,
            Burst.NONE,
            0,
            1,
            ArpTarget.BROADCAST,
            MacChoice.VIRTUAL,
            RouterFlag.SET,
            ZEBRA_ROUTER_ADVERT_NANOS),
        new DaemonRules(
            LinkLoss.UNNOTICED,
            AddressLoss.SILENCED,
            AddressesAfterStop.LEFT_BEHIND,
            OwnerConflict.ADDRESSES_COMPARED,
            MixedVersions.UNKNOWN,
            PeerChecksum.OF_DESTINATION));
  }
}
