package io.vrrplab.lan;

import io.vrrplab.vrrp.Advert;
import io.vrrplab.vrrp.AdvertReceiver;
import io.vrrplab.vrrp.ReceivedAdvert;
import io.vrrplab.vrrp.RejectReason;
import io.vrrplab.vrrp.Validated;
import io.vrrplab.vrrp.VirtualRouterConfig;
import io.vrrplab.vrrp.VrrpEngine;
import io.vrrplab.wire.VrrpChecksum;
import io.vrrplab.wire.VrrpPacket;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The program that runs VRRP on a machine: one process, any number of virtual routers. */
public final class VrrpDaemon {

  private final Lab lab;
  private final Machine machine;
  private final List<VirtualRouter> routers = new ArrayList<>(1);
  private final List<Ear> ears = new ArrayList<>(1);
  private boolean running;

  /** What listens on one interface. */
  private static final class Ear {
    final NetworkInterface on;
    final List<VirtualRouter> routers = new ArrayList<>(1);
    AdvertReceiver receiver = new AdvertReceiver(List.of());

    Ear(NetworkInterface on) {
      this.on = on;
    }

    /** Listens for one more; refuses a VRID that is there already. */
    void expect(VirtualRouterConfig config) {
      receiver =
          new AdvertReceiver(
              Stream.concat(routers.stream().map(VirtualRouter::config), Stream.of(config))
                  .toList());
    }
  }

  VrrpDaemon(Lab lab, Machine machine) {
    this.lab = lab;
    this.machine = machine;
  }

  VirtualRouter add(NetworkInterface on, VirtualRouterConfig config, VrrpEngine engine) {
    Ear ear = ear(on);
    if (ear == null) {
      ear = new Ear(on);
      ears.add(ear);
    }
    ear.expect(config);
    VirtualRouter router = new VirtualRouter(lab, machine, on, config, engine);
    ear.routers.add(router);
    routers.add(router);
    return router;
  }

  private @Nullable Ear ear(NetworkInterface on) {
    for (Ear ear : ears) {
      if (ear.on == on) {
        return ear;
      }
    }
    return null;
  }

  /** The virtual routers that it takes part in, in the order of its configuration. */
  public List<VirtualRouter> virtualRouters() {
    return List.copyOf(routers);
  }

  /** Starts the daemon: each virtual router begins, once its interface is up. */
  public void start() {
    if (running || !machine.isPowered()) {
      return;
    }
    running = true;
    for (VirtualRouter router : routers) {
      router.letAddressesGo(); // what a killed daemon has left behind
      if (router.on().port().hasCarrier()) {
        router.startUp();
      }
    }
  }

  /** Ends the daemon gracefully: a Master says priority 0 and lets its addresses go. */
  public void stop() {
    if (running) {
      running = false;
      routers.forEach(VirtualRouter::shutDown);
    }
  }

  /** Kills the daemon: nothing is said, and the kernel keeps the addresses. */
  public void die() {
    if (running) {
      running = false;
      String why = machine.isPowered() ? "its daemon was killed" : "its machine lost power";
      routers.forEach(router -> router.die(why));
    }
  }

  /** Takes the virtual addresses off the interfaces, as a reboot does. */
  void forgetAddresses() {
    routers.forEach(VirtualRouter::letAddressesGo);
  }

  /** An interface lost its carrier or got it back: its virtual routers end or begin. */
  void carrierChanged(NetworkInterface on) {
    for (VirtualRouter router : routers) {
      if (running && router.on() == on) {
        if (on.port().hasCarrier()) {
          router.startUp();
        } else {
          router.fail();
        }
      }
    }
  }

  /** Takes in a VRRP packet that came to an interface. */
  void receive(IpStack.Arrival packet, VrrpPacket message) {
    Ear ear = running ? ear(packet.in()) : null;
    if (ear == null) {
      return;
    }
    ReceivedAdvert received =
        new ReceivedAdvert(
            packet.source(),
            packet.destination(),
            packet.hopLimit(),
            message,
            message.surplus().length(),
            VrrpChecksum.satisfied(message, packet.source(), packet.destination()));
    Validated verdict = ear.receiver.check(received);
    int addressee = ear.receiver.addressee(received);
    VirtualRouter router = addressee == AdvertReceiver.NOBODY ? null : ear.routers.get(addressee);
    switch (verdict) {
      case Validated.Accepted(Advert advert, List<RejectReason> tolerated) -> {
        if (router != null) {
          lab.audience().advertReceived(router, advert);
          for (int i = 0; i < tolerated.size(); i++) {
            lab.audience().advertTolerated(router, tolerated.get(i));
          }
        }
      }
      case Validated.Rejected(RejectReason reason, _) ->
          lab.audience().advertRejected(machine, reason);
    }
    if (router != null) {
      router.receive(verdict.toEvent(), received);
    }
  }

  /** Somebody asks for routers: those of which this machine is Master answer. */
  void routerSolicited(NetworkInterface in) {
    for (VirtualRouter router : routers) {
      if (running && router.on() == in && router.isMaster()) {
        router.advertiseRouter();
      }
    }
  }
}
