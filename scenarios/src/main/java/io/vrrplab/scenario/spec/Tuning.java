package io.vrrplab.scenario.spec;

import io.vrrplab.keepalived.config.AdvertRules;
import io.vrrplab.keepalived.config.Instance;
import io.vrrplab.keepalived.config.Unicast.OldChecksum;
import io.vrrplab.keepalived.config.VirtualMac;
import io.vrrplab.vrrp.AcceptanceRules;
import io.vrrplab.vrrp.AcceptanceRules.AddressList;
import io.vrrplab.vrrp.AcceptanceRules.Ipv4Checksum;
import io.vrrplab.vrrp.AddressWatch;
import io.vrrplab.vrrp.DaemonRules;
import io.vrrplab.vrrp.DaemonRules.LinkLoss;
import io.vrrplab.vrrp.DaemonRules.PeerChecksum;
import io.vrrplab.vrrp.ElectionRules;
import io.vrrplab.vrrp.ElectionRules.AdvertTimer;
import io.vrrplab.vrrp.ElectionRules.LosingAdvert;
import io.vrrplab.vrrp.ElectionRules.PartingAdvert;
import io.vrrplab.vrrp.HmacRules;
import io.vrrplab.vrrp.MacChoice;
import io.vrrplab.vrrp.Profile;
import io.vrrplab.vrrp.RejectReason;
import io.vrrplab.vrrp.SendingRules;
import io.vrrplab.wire.ChecksumForm;
import io.vrrplab.wire.IpAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What a keepalived is told of a virtual router beyond the parameters of the RFCs, whether in a
 * keepalived.conf or in the scenario.
 *
 * @param preemptDelay how long a Master of lower priority is obeyed, nanoseconds
 * @param downTimerAdverts missed adverts until takeover, 1 to 100
 * @param announcing when addresses are announced
 * @param rules what is done with adverts
 * @param virtualMac which MAC address is used
 * @param latePriority to whose priority a Master yields that is late, 1 to 254; 0: to nobody
 * @param oldChecksum whether the checksum of keepalived 1.3 is used towards peers
 * @param tracksOwnInterface whether the loss of its own link makes it leave
 * @param watch what it makes of addresses that other software removes
 * @param hmac the trailers that authenticate adverts
 */
public record Tuning(
    Quantity preemptDelay,
    Quantity downTimerAdverts,
    Announcing announcing,
    AdvertRules rules,
    VirtualMac virtualMac,
    Quantity latePriority,
    OldChecksum oldChecksum,
    boolean tracksOwnInterface,
    AddressWatch watch,
    Optional<HmacRules> hmac) {

  /** What a keepalived.conf says of an instance, whose announcements are so far apart. */
  public static Tuning of(Instance instance, Duration spacing) {
    return new Tuning(
        Announcing.nanos(instance.preemption().delay()),
        Quantity.of(instance.downTimerAdverts()),
        Announcing.of(instance.garp(), spacing),
        instance.rules(),
        instance.virtualMac(),
        Quantity.of(instance.preemption().yieldWhenLate().orElse(0)),
        instance.unicast().oldChecksum(),
        instance.tracksOwnInterface(),
        watch(instance),
        instance.authentication().hmac());
  }

  private static AddressWatch watch(Instance instance) {
    List<IpAddress> untracked =
        Stream.concat(instance.addresses().stream(), instance.excluded().stream())
            .filter(each -> !each.tracked())
            .map(each -> each.address())
            .toList();
    return new AddressWatch(instance.source().isPresent(), untracked);
  }

  /** All that a draw may decide. */
  Stream<Quantity> quantities() {
    return Stream.concat(
        Stream.of(preemptDelay, downTimerAdverts, latePriority), announcing.quantities());
  }

  /** Settles what is left to chance. */
  Tuning resolve(UnaryOperator<Quantity> draw) {
    return new Tuning(
        draw.apply(preemptDelay),
        draw.apply(downTimerAdverts),
        announcing.resolve(draw),
        rules,
        virtualMac,
        draw.apply(latePriority),
        oldChecksum,
        tracksOwnInterface,
        watch,
        hmac);
  }

  /** The profile of a keepalived version with this worked in. */
  Profile within(Profile version) {
    int adverts = Math.clamp(downTimerAdverts.asLong(), 1, 100);
    return version
        .withDaemon(daemon(version.daemon()))
        .withTimers(version.timers().withDownTimerAdverts(adverts))
        .withSending(sending(version.sending()))
        .withAcceptance(acceptance(version.acceptance()))
        .withElection(election(version.election()))
        .withAnnouncements(
            announcing
                .within(version.announcements(), rules.strict())
                .withAnnouncedMac(virtualMac.used() ? MacChoice.VIRTUAL : MacChoice.INTERFACE));
  }

  private DaemonRules daemon(DaemonRules daemon) {
    PeerChecksum checksum =
        switch (oldChecksum) {
          case WHERE_HEARD -> daemon.peerChecksum();
          case ALWAYS -> PeerChecksum.OF_GROUP;
          case NEVER -> PeerChecksum.OF_DESTINATION;
        };
    DaemonRules changed = daemon.withPeerChecksum(checksum);
    return tracksOwnInterface ? changed : changed.withLinkLoss(LinkLoss.UNNOTICED);
  }

  private SendingRules sending(SendingRules sending) {
    boolean virtual = virtualMac.used() && !virtualMac.transmitBase();
    SendingRules changed = virtual ? sending.withAdvertSource(MacChoice.VIRTUAL) : sending;
    return rules.v3ChecksumAsV2()
        ? changed.withIpv4Version3Checksum(ChecksumForm.MESSAGE_ONLY)
        : changed;
  }

  private AcceptanceRules acceptance(AcceptanceRules acceptance) {
    AcceptanceRules changed =
        rules.ownerIgnoreAdverts() ? acceptance.dropping(RejectReason.OWNER) : acceptance;
    if (rules.skipCheckAddresses() && changed.addressList() == AddressList.DROPPED) {
      changed = changed.withAddressList(AddressList.DROPPED_FROM_ANOTHER_SENDER);
    }
    // No form of the checksum was found to be refused under this option.
    return rules.v3ChecksumAsV2() ? changed.withIpv4Version3Checksum(Ipv4Checksum.EITHER) : changed;
  }

  private ElectionRules election(ElectionRules election) {
    ElectionRules changed = election;
    if (rules.strict() || rules.lowerPriorityNoAdvert()) {
      LosingAdvert answer = rules.strict() ? LosingAdvert.SILENT : LosingAdvert.ANNOUNCE;
      changed =
          changed
              .withLosingAdvert(answer, AdvertTimer.KEPT)
              .withTimerAfterRejected(AdvertTimer.KEPT);
    }
    return rules.higherPrioritySendAdvert()
        ? changed.withPartingAdvert(PartingAdvert.SENT)
        : changed;
  }
}
