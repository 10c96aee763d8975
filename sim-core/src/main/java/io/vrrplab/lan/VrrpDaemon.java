package io.vrrplab.lan;

import io.vrrplab.vrrp.AddressFamily;
import io.vrrplab.vrrp.ChecksumMatch;
import io.vrrplab.vrrp.ReceivedAdvert;
import io.vrrplab.vrrp.RejectReason;
import io.vrrplab.vrrp.Validated;
import io.vrrplab.vrrp.VirtualRouterConfig;
import io.vrrplab.wire.ChecksumForm;
import io.vrrplab.wire.Ipv4Packet;
import io.vrrplab.wire.VrrpChecksum;
import io.vrrplab.wire.VrrpPacket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The program that runs VRRP on a machine: one process, any number of virtual routers. */
public final class VrrpDaemon {

  private static final int VRIDS = 256;

  private final Lab lab;
  private final Machine machine;
  private final List<VirtualRouter> routers = new ArrayList<>(1);

  /** By interface, family and VRID, since each packet that arrives asks. */
  private @Nullable VirtualRouter[] table = new @Nullable VirtualRouter[0];

  private boolean running;

  VrrpDaemon(Lab lab, Machine machine) {
    this.lab = lab;
    this.machine = machine;
  }

  VirtualRouter add(NetworkInterface on, VirtualRouterConfig config) {
    VirtualRouter router = new VirtualRouter(lab, machine, on, config);
    int slot = slot(on, config.family(), config.virtualRouterId());
    if (slot >= table.length) {
      table = Arrays.copyOf(table, (slot / VRIDS + 1) * VRIDS);
    }
    if (table[slot] != null) {
      throw new IllegalArgumentException(
          "VRID " + config.virtualRouterId() + " is twice on " + on.port().name());
    }
    table[slot] = router;
    routers.add(router);
    return router;
  }

  private static int slot(NetworkInterface on, AddressFamily family, int vrid) {
    int side =
        switch (family) {
          case IPV4 -> 0;
          case IPV6 -> 1;
        };
    return (2 * on.port().index() + side) * VRIDS + vrid;
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
  void receive(NetworkInterface in, Ipv4Packet packet, VrrpPacket message) {
    if (!running) {
      return;
    }
    int slot = slot(in, AddressFamily.IPV4, message.virtualRouterId());
    VirtualRouter router = slot < table.length ? table[slot] : null;
    if (router != null) {
      router.receive(received(packet, message));
    } else {
      lab.advertRejected(machine, refusal(in, received(packet, message)));
    }
  }

  /** An advert for nobody here: a check that comes before the one of the VRID may fail first. */
  private RejectReason refusal(NetworkInterface in, ReceivedAdvert received) {
    for (VirtualRouter router : routers) {
      if (router.on() == in && router.check(received) instanceof Validated.Rejected rejected) {
        return rejected.reason();
      }
    }
    return RejectReason.UNKNOWN_VRID;
  }

  private static ReceivedAdvert received(Ipv4Packet packet, VrrpPacket message) {
    Set<ChecksumForm> satisfied =
        VrrpChecksum.satisfied(message, packet.source(), packet.destination());
    return new ReceivedAdvert(
        packet.source(),
        packet.destination(),
        packet.ttl(),
        message,
        message.surplus().length(),
        ChecksumMatch.of(
            satisfied.contains(ChecksumForm.MESSAGE_ONLY),
            satisfied.contains(ChecksumForm.PSEUDO_HEADER)));
  }
}
