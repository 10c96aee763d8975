package io.vrrplab.lan;

import io.vrrplab.sim.Timer;
import io.vrrplab.vrrp.AddressWatch;
import io.vrrplab.vrrp.AdvertSigner;
import io.vrrplab.vrrp.AnnounceTimer;
import io.vrrplab.vrrp.Delivery;
import io.vrrplab.vrrp.HmacRules;
import io.vrrplab.vrrp.OutgoingAdvert;
import io.vrrplab.vrrp.ReceivedAdvert;
import io.vrrplab.vrrp.RejectReason;
import io.vrrplab.vrrp.VirtualRouterConfig;
import io.vrrplab.wire.Frame;
import io.vrrplab.wire.IpAddress;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Puts on the wire what one virtual router says: adverts, and announcements in their time. */
final class Speaker {

  private final Lab lab;
  private final VrrpDaemon daemon;
  private final VirtualRouter router;
  private final NetworkInterface on;
  private final List<Timer> timers = new ArrayList<>(0);
  private final AdvertSigner signer = new AdvertSigner();
  private @Nullable Frame regularAdvert;
  private @Nullable Frame regularCopy;

  /** The places of addresses in the configuration, where announcements keep a distance. */
  private final Map<IpAddress, Integer> places = new LinkedHashMap<>(0);

  /** Where announcements may wait for their turn. */
  private final SequencedSet<PacedAnnouncements> waitedFor = new LinkedHashSet<>(0);

  Speaker(Lab lab, VrrpDaemon daemon, VirtualRouter router) {
    this.lab = lab;
    this.daemon = daemon;
    this.router = router;
    this.on = router.on();
  }

  /** Takes note that the configuration is another one. */
  void reconfigured() {
    regularAdvert = null;
    regularCopy = null;
    places.clear();
  }

  /** Sends an advert to the group, or to all peers. */
  void advertise(int priority) {
    VirtualRouterConfig config = router.config();
    if (AddressWatch.isMuteWithoutSource(config) && on.held(config.primaryAddress()) == null) {
      return;
    }
    HmacRules hmac = config.options().hmac();
    boolean signs = hmac != null && hmac.signs();
    if (signs || config.options().delivery() instanceof Delivery.Unicast) {
      List<OutgoingAdvert> adverts = OutgoingAdvert.allOf(config, priority);
      if (hmac != null && signs) {
        adverts = signer.sign(adverts, hmac, router.machine().clock().nowNanos());
      }
      adverts.forEach(advert -> send(advert, priority));
      return;
    }
    Frame frame = priority == config.priority() ? regularAdvert : null;
    if (frame == null) {
      frame = VrrpFrames.advert(OutgoingAdvert.of(config, priority), config, on.mac());
      regularAdvert = priority == config.priority() ? frame : regularAdvert;
    }
    transmit(frame, priority);
    if (config.options().mixedVersions()) {
      advertiseInVersion2(config, priority);
    }
  }

  private void transmit(Frame advert, int priority) {
    if (on.transmit(advert)) {
      lab.audience().advertSent(router, priority);
    }
  }

  private void send(OutgoingAdvert advert, int priority) {
    VirtualRouterConfig config = router.config();
    if (config.options().delivery() instanceof Delivery.Unicast) {
      sendToPeer(advert, priority);
    } else {
      transmit(VrrpFrames.advert(advert, config, on.mac()), priority);
    }
  }

  /** The copy of an advert for those who understand version 2 only (RFC 9568 8.4.2). */
  private void advertiseInVersion2(VirtualRouterConfig config, int priority) {
    Frame frame = priority == config.priority() ? regularCopy : null;
    if (frame == null) {
      frame = VrrpFrames.advert(OutgoingAdvert.version2CopyOf(config, priority), config, on.mac());
      regularCopy = priority == config.priority() ? frame : regularCopy;
    }
    transmit(frame, priority);
  }

  /** What is for an own address never leaves the machine, and its daemon only complains. */
  private void sendToPeer(OutgoingAdvert advert, int priority) {
    Machine machine = router.machine();
    if (machine.held(advert.destination()) != null) {
      lab.audience()
          .advertRejected(machine, router, heardByItself(advert), RejectReason.OWN_ADDRESS);
    } else if (on.port().hasCarrier()) {
      sendByOwnInterface(advert);
      lab.audience().advertSent(router, priority);
    }
  }

  /**
   * Measured in 2.2.7: its socket is bound to the interface, so it reaches a peer without route.
   */
  private void sendByOwnInterface(OutgoingAdvert advert) {
    if (router.machine().ip().outTo(advert.destination()) == null) {
      on.sendVia(advert.destination(), VrrpFrames.packet(advert), advert.source());
    } else {
      router.machine().ip().send(advert.source(), advert.destination(), VrrpFrames.packet(advert));
    }
  }

  private static ReceivedAdvert heardByItself(OutgoingAdvert advert) {
    return new ReceivedAdvert(
        advert.source(),
        advert.destination(),
        advert.hopLimit(),
        advert.packet(),
        0,
        EnumSet.of(advert.checksumForm()));
  }

  /** An announcement of an address, and where it is made. */
  private record Announcement(IpAddress address, AddressSite site, Frame frame) {}

  /** Announces addresses round by round, each frame in its turn where they are spaced. */
  void announce(List<IpAddress> addresses, int repeats) {
    VirtualRouterConfig config = router.config();
    List<Announcement> announcements = new ArrayList<>();
    for (IpAddress address : addresses) {
      AddressSite site = AddressSite.of(config, on, address);
      if (site.announced()) {
        Frame frame = VrrpFrames.announcement(config, address, site.mac(), isRouter());
        announcements.add(new Announcement(address, site, frame));
      }
    }
    for (int i = 0; i < repeats; i++) {
      announcements.forEach(this::announce);
    }
  }

  private void announce(Announcement announcement) {
    AddressSite site = announcement.site();
    if (site.spacingNanos() == 0) {
      site.on().transmit(announcement.frame());
      return;
    }
    PacedAnnouncements paced = site.on().paced(announcement.address());
    waitedFor.add(paced);
    paced.announce(
        new PacedAnnouncements.Place(router.number(), placeOf(announcement.address())),
        site.spacingNanos(),
        daemon,
        () -> site.on().transmit(announcement.frame()));
  }

  /** The place of an address in the configuration. */
  private int placeOf(IpAddress address) {
    if (places.isEmpty()) {
      List<IpAddress> held = router.config().heldAddresses();
      for (int i = 0; i < held.size(); i++) {
        places.put(held.get(i), i);
      }
    }
    return Objects.requireNonNull(places.get(address), address::toString);
  }

  /** Has something happen after a time, unless all is cancelled before. */
  void later(AnnounceTimer kind, long nanos, Consumer<AnnounceTimer> action) {
    timers.removeIf(each -> !each.isRunning());
    Timer later = daemon.timer(() -> action.accept(kind));
    later.start(nanos);
    timers.add(later);
  }

  /** Forgets the delayed batches, and what still waits for its turn. */
  void cancelAnnouncements() {
    timers.forEach(Timer::cancel);
    timers.clear();
    waitedFor.forEach(paced -> paced.cancel(router.number()));
    waitedFor.clear();
  }

  /** The R flag of neighbour advertisements for the virtual addresses. */
  boolean isRouter() {
    return switch (router.config().profile().announcements().routerFlag()) {
      case SET -> true;
      case IF_FORWARDING -> router.machine().forwards();
    };
  }
}
