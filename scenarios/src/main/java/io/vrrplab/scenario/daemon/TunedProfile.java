package io.vrrplab.scenario.daemon;

import io.vrrplab.keepalived.config.AdvertRules;
import io.vrrplab.keepalived.config.GarpTiming;
import io.vrrplab.keepalived.config.Instance;
import io.vrrplab.vrrp.AcceptanceRules;
import io.vrrplab.vrrp.AcceptanceRules.AddressList;
import io.vrrplab.vrrp.AnnouncementRules;
import io.vrrplab.vrrp.AnnouncementRules.Burst;
import io.vrrplab.vrrp.ElectionRules;
import io.vrrplab.vrrp.ElectionRules.AdvertTimer;
import io.vrrplab.vrrp.ElectionRules.LosingAdvert;
import io.vrrplab.vrrp.ElectionRules.PartingAdvert;
import io.vrrplab.vrrp.MacChoice;
import io.vrrplab.vrrp.Profile;
import io.vrrplab.vrrp.RejectReason;
import io.vrrplab.vrrp.SendingRules;
import io.vrrplab.wire.ChecksumForm;

/** The profile of a keepalived version with the settings of an instance worked in. */
final class TunedProfile {

  private TunedProfile() {}

  static Profile of(Instance instance, Profile version) {
    return version
        .withTimers(version.timers().withDownTimerAdverts(instance.downTimerAdverts()))
        .withSending(sending(instance, version.sending()))
        .withAcceptance(acceptance(instance.rules(), version.acceptance()))
        .withElection(election(instance.rules(), version.election()))
        .withAnnouncements(announcements(instance, version.announcements()));
  }

  private static SendingRules sending(Instance instance, SendingRules rules) {
    SendingRules changed = rules;
    if (instance.virtualMac().used() && !instance.virtualMac().transmitBase()) {
      changed = changed.withAdvertSource(MacChoice.VIRTUAL);
    }
    return instance.rules().v3ChecksumAsV2()
        ? changed.withIpv4Version3Checksum(ChecksumForm.MESSAGE_ONLY)
        : changed;
  }

  private static AcceptanceRules acceptance(AdvertRules said, AcceptanceRules rules) {
    AcceptanceRules changed =
        said.ownerIgnoreAdverts() ? rules.dropping(RejectReason.OWNER) : rules;
    boolean relaxed = said.skipCheckAddresses() && changed.addressList() == AddressList.DROPPED;
    return relaxed ? changed.withAddressList(AddressList.DROPPED_FROM_ANOTHER_SENDER) : changed;
  }

  private static ElectionRules election(AdvertRules said, ElectionRules rules) {
    ElectionRules changed = rules;
    if (said.strict() || said.lowerPriorityNoAdvert()) {
      LosingAdvert answer = said.strict() ? LosingAdvert.SILENT : LosingAdvert.ANNOUNCE;
      changed =
          changed
              .withLosingAdvert(answer, AdvertTimer.KEPT)
              .withTimerAfterRejected(AdvertTimer.KEPT);
    }
    return said.higherPrioritySendAdvert()
        ? changed.withPartingAdvert(PartingAdvert.SENT)
        : changed;
  }

  private static AnnouncementRules announcements(Instance instance, AnnouncementRules rules) {
    GarpTiming garp = instance.garp();
    AnnouncementRules changed =
        rules
            .withTakeover(new Burst(garp.repeat(), garp.delay().toNanos()))
            .withReassertion(
                new Burst(garp.lowerPriorityRepeat(), garp.lowerPriorityDelay().toNanos()))
            .withRefresh(garp.refresh().toNanos(), garp.refreshRepeat());
    return instance.virtualMac().used() ? changed.withAnnouncedMac(MacChoice.VIRTUAL) : changed;
  }
}
