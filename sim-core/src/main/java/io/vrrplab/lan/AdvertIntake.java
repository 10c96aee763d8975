package io.vrrplab.lan;

import io.vrrplab.vrrp.Advert;
import io.vrrplab.vrrp.AdvertReceiver;
import io.vrrplab.vrrp.ReceivedAdvert;
import io.vrrplab.vrrp.RejectReason;
import io.vrrplab.vrrp.Validated;
import io.vrrplab.vrrp.VirtualRouterConfig;
import io.vrrplab.wire.VrrpPacket;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges the VRRP packets that come to a daemon, and hands each to the virtual router it names. */
final class AdvertIntake {

  private final Lab lab;
  private final Machine machine;
  private final List<Ear> ears = new ArrayList<>(1);

  /** What listens on one interface. */
  private static final class Ear {
    final NetworkInterface on;
    final List<VirtualRouter> all = new ArrayList<>(1);
    List<VirtualRouter> routers = all;
    AdvertReceiver receiver = new AdvertReceiver(List.of());

    Ear(NetworkInterface on) {
      this.on = on;
    }

    /** Judges by what the virtual routers have become. */
    void reconfigured() {
      routers = all.stream().filter(router -> !router.isLeftOut()).toList();
      receiver = receiver.reconfigured(routers.stream().map(VirtualRouter::config).toList());
    }
  }

  AdvertIntake(Lab lab, Machine machine) {
    this.lab = lab;
    this.machine = machine;
  }

  /** Listens for one more on an interface; refuses a VRID that is there already. */
  void expect(NetworkInterface on, VirtualRouterConfig config) {
    Ear ear = ear(on);
    if (ear == null) {
      ear = new Ear(on);
      ears.add(ear);
    }
    ear.receiver.add(config);
  }

  /** Takes in the virtual router that was expected. */
  void add(VirtualRouter router) {
    for (Ear ear : ears) {
      if (ear.on == router.on()) {
        ear.all.add(router);
      }
    }
  }

  /** Judges by what the virtual routers have become. */
  void reconfigured() {
    ears.forEach(Ear::reconfigured);
  }

  private @Nullable Ear ear(NetworkInterface on) {
    for (Ear ear : ears) {
      if (ear.on == on) {
        return ear;
      }
    }
    return null;
  }

  void receive(IpStack.Arrival packet, VrrpPacket message) {
    Ear ear = ear(packet.in());
    if (ear == null) {
      return;
    }
    ReceivedAdvert received = lab.hearing().advert(packet, message);
    Validated verdict = ear.receiver.check(received, machine.clock().nowNanos());
    int addressee = ear.receiver.addressee(received);
    VirtualRouter router = addressee == AdvertReceiver.NOBODY ? null : ear.routers.get(addressee);
    switch (verdict) {
      case Validated.Accepted(Advert advert, List<RejectReason> tolerated) -> {
        if (router != null) {
          router.learnChecksum(received);
          lab.audience().advertReceived(router, advert);
          for (int i = 0; i < tolerated.size(); i++) {
            lab.audience().advertTolerated(router, tolerated.get(i));
          }
        }
      }
      case Validated.Rejected(RejectReason reason, _) ->
          lab.audience().advertRejected(machine, router, received, reason);
    }
    if (router != null) {
      router.handle(verdict.toEvent(), received);
    }
  }
}
