package io.vrrplab.vrrp;

import io.vrrplab.vrrp.AcceptanceRules.AddressList;
import io.vrrplab.vrrp.AcceptanceRules.Ipv4Checksum;
import io.vrrplab.vrrp.AnnouncementRules.ArpTarget;
import io.vrrplab.vrrp.AnnouncementRules.Burst;
import io.vrrplab.vrrp.AnnouncementRules.RouterFlag;
import io.vrrplab.vrrp.ElectionRules.AdvertTimer;
import io.vrrplab.vrrp.ElectionRules.LosingAdvert;
import io.vrrplab.vrrp.ElectionRules.OwnerStartup;
import io.vrrplab.vrrp.ElectionRules.PartingAdvert;
import io.vrrplab.vrrp.SendingRules.FirstIpv6Address;
import io.vrrplab.vrrp.SendingRules.Passwords;
import io.vrrplab.vrrp.TimerRules.LearnedSkew;
import io.vrrplab.wire.ChecksumForm;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * How one implementation differs from another, as data: each difference is one value, and nothing
 * in this room asks for a profile's name.
 *
 * @param name what people write in a scenario, such as {@code rfc9568}
 * @param lowestVersion the first protocol version it speaks, 2 or 3
 * @param highestVersion the last one, 2 or 3
 * @param highestPriority 255, or 254 where ownership cannot be configured
 * @param timers how timers are computed
 * @param sending what is put on the wire
 * @param acceptance what is refused
 * @param election the disputed corners of the state machine
 * @param announcements gratuitous ARP and unsolicited neighbour advertisements
 * @param daemon what the RFCs leave to the program
 */
public record Profile(
    String name,
    int lowestVersion,
    int highestVersion,
    int highestPriority,
    TimerRules timers,
    SendingRules sending,
    AcceptanceRules acceptance,
    ElectionRules election,
    AnnouncementRules announcements,
    DaemonRules daemon) {

  /** CS6: no RFC prescribes a class; keepalived and FRR send this one. */
  private static final int NETWORK_CONTROL = 0xc0;

  private static final TimerRules EXACT =
      new TimerRules(TimerRounding.NANOSECOND, 3, LearnedSkew.RECOMPUTED);

  private static final SendingRules MESSAGE_SUMMED =
      new SendingRules(
          ChecksumForm.MESSAGE_ONLY,
          MacChoice.VIRTUAL,
          FirstIpv6Address.LINK_LOCAL,
          1,
          Passwords.NONE,
          NETWORK_CONTROL,
          1,
          1);

  private static final ElectionRules SILENT =
      new ElectionRules(
          OwnerStartup.MASTER,
          LosingAdvert.SILENT,
          AdvertTimer.KEPT,
          AdvertTimer.KEPT,
          PartingAdvert.NONE);

  /** A third of what RFC 4861 6.2.1 takes for MaxRtrAdvInterval, its usual least interval. */
  private static final long ROUTER_ADVERT_NANOS = 200_000_000_000L;

  private static final AnnouncementRules ONCE =
      new AnnouncementRules(
          Burst.ONCE,
          Burst.NONE,
          0,
          1,
          ArpTarget.BROADCAST,
          MacChoice.VIRTUAL,
          RouterFlag.SET,
          ROUTER_ADVERT_NANOS);

  /** RFC 3768: version 2, IPv4 only. */
  public static final Profile RFC3768 =
      new Profile(
          "rfc3768",
          2,
          2,
          255,
          EXACT,
          MESSAGE_SUMMED,
          AcceptanceRules.of(Ipv4Checksum.MESSAGE_ONLY, AddressList.DROPPED_UNLESS_FROM_OWNER)
              .dropping(RejectReason.OWNER),
          SILENT,
          ONCE,
          DaemonRules.STANDARD);

  /** RFC 5798: version 3; over IPv4 its checksum covers a pseudo-header. */
  public static final Profile RFC5798 =
      new Profile(
          "rfc5798",
          3,
          3,
          255,
          EXACT,
          MESSAGE_SUMMED.withIpv4Version3Checksum(ChecksumForm.PSEUDO_HEADER),
          AcceptanceRules.of(Ipv4Checksum.PSEUDO_HEADER, AddressList.LOGGED)
              .dropping(RejectReason.OWNER),
          SILENT,
          ONCE,
          DaemonRules.STANDARD);

  /** RFC 9568 as corrected by EID 7947, 7949, 8298, 8299, 8300 and 8301. */
  public static final Profile RFC9568 =
      new Profile(
          "rfc9568",
          3,
          3,
          255,
          EXACT,
          MESSAGE_SUMMED,
          AcceptanceRules.of(Ipv4Checksum.MESSAGE_ONLY, AddressList.LOGGED)
              .logging(RejectReason.OWNER)
              .dropping(RejectReason.COUNT)
              .dropping(RejectReason.LINK_LOCAL)
              .dropping(RejectReason.INTERVAL_ZERO)
              .logging(RejectReason.INTERVAL),
          new ElectionRules(
              OwnerStartup.MASTER,
              LosingAdvert.ASSERT,
              AdvertTimer.KEPT,
              AdvertTimer.KEPT,
              PartingAdvert.NONE),
          new AnnouncementRules(
              Burst.ONCE,
              Burst.NONE,
              0,
              1,
              ArpTarget.ANNOUNCED_MAC,
              MacChoice.VIRTUAL,
              RouterFlag.SET,
              ROUTER_ADVERT_NANOS),
          DaemonRules.STANDARD);

  /** keepalived 2.2 with its defaults: no strict mode, no virtual MAC. */
  public static final Profile KEEPALIVED = DaemonProfiles.keepalived(KeepalivedVersion.DEFAULT);

  /** FRR vrrpd (read in 10.8-dev, measured in 8.4.4) with its defaults. */
  public static final Profile FRR = DaemonProfiles.frr();

  private static final List<Profile> ALL =
      Stream.of(
              Stream.of(RFC3768, RFC5798, RFC9568, KEEPALIVED),
              Arrays.stream(KeepalivedVersion.values())
                  .filter(version -> version != KeepalivedVersion.DEFAULT)
                  .map(DaemonProfiles::keepalived),
              Stream.of(FRR))
          .flatMap(profiles -> profiles)
          .toList();

  public Profile {
    Checks.range("lowest version", lowestVersion, 2, 3);
    Checks.range("highest version", highestVersion, lowestVersion, 3);
    Checks.range("highest priority", highestPriority, 1, 255);
  }

  /** The profiles that have a name, the RFCs first. */
  public static List<Profile> all() {
    return ALL;
  }

  /**
   * Finds a profile by its name.
   *
   * @throws IllegalArgumentException if there is none of that name; the message lists all
   */
  public static Profile named(String name) {
    for (Profile profile : ALL) {
      if (profile.name.equals(name)) {
        return profile;
      }
    }
    List<String> names = ALL.stream().map(Profile::name).toList();
    throw new IllegalArgumentException(
        "no profile " + name + "; there are " + String.join(", ", names));
  }

  /** The checksum of version 3 over IPv4 in adverts that go there. */
  ChecksumForm ipv4Version3Checksum(Delivery delivery) {
    ChecksumForm form = sending.ipv4Version3Checksum();
    boolean old = daemon.peerChecksum().sumsGroup() && delivery instanceof Delivery.Unicast;
    return old && form == ChecksumForm.PSEUDO_HEADER ? ChecksumForm.GROUP_PSEUDO_HEADER : form;
  }

  /** keepalived as it is in a version, with its defaults. */
  public static Profile keepalived(KeepalivedVersion version) {
    return named(DaemonProfiles.name(version));
  }

  /** The same implementation, set to compute its timers otherwise. */
  public Profile withTimers(TimerRules changed) {
    return new Profile(
        name,
        lowestVersion,
        highestVersion,
        highestPriority,
        changed,
        sending,
        acceptance,
        election,
        announcements,
        daemon);
  }

  /** The same implementation, set to send otherwise. */
  public Profile withSending(SendingRules changed) {
    return new Profile(
        name,
        lowestVersion,
        highestVersion,
        highestPriority,
        timers,
        changed,
        acceptance,
        election,
        announcements,
        daemon);
  }

  /** The same implementation, set to refuse other packets. */
  public Profile withAcceptance(AcceptanceRules changed) {
    return new Profile(
        name,
        lowestVersion,
        highestVersion,
        highestPriority,
        timers,
        sending,
        changed,
        election,
        announcements,
        daemon);
  }

  /** The same implementation, set to react otherwise. */
  public Profile withElection(ElectionRules changed) {
    return new Profile(
        name,
        lowestVersion,
        highestVersion,
        highestPriority,
        timers,
        sending,
        acceptance,
        changed,
        announcements,
        daemon);
  }

  /** The same implementation, set to announce its addresses otherwise. */
  public Profile withAnnouncements(AnnouncementRules changed) {
    return new Profile(
        name,
        lowestVersion,
        highestVersion,
        highestPriority,
        timers,
        sending,
        acceptance,
        election,
        changed,
        daemon);
  }

  /** The same implementation, set to deal with its machine otherwise. */
  public Profile withDaemon(DaemonRules changed) {
    return new Profile(
        name,
        lowestVersion,
        highestVersion,
        highestPriority,
        timers,
        sending,
        acceptance,
        election,
        announcements,
        changed);
  }
}
