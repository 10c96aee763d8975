package io.vrrplab.conformance.device;

import io.vrrplab.lan.HeardFrame;
import io.vrrplab.lan.Lab;
import io.vrrplab.lan.LinkProperties;
import io.vrrplab.lan.Machine;
import io.vrrplab.lan.NetworkInterface;
import io.vrrplab.lan.Probe;
import io.vrrplab.lan.Segment;
import io.vrrplab.lan.SegmentConfig;
import io.vrrplab.lan.Subnet;
import io.vrrplab.sim.LimitReachedException;
import io.vrrplab.sim.Limits;
import io.vrrplab.sim.Simulation;
import io.vrrplab.wire.Frame;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv6Address;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The world around a simulated device: two LANs, and the tester's port on each. Frames take no time
 * on the way, so that every time is the engine's own.
 */
final class SimulatedLans {

  private static final LinkProperties INSTANT = new LinkProperties(0, 0, 0, 0);

  /** A case takes a few hundred events and less than an hour; a storm is to end soon. */
  private static final Limits LIMITS = new Limits(200_000, 3_600_000_000_000L);

  private final Simulation simulation;
  private final Lab lab;
  private final Machine machine;
  private final Map<Lan, Place> places = new EnumMap<>(Lan.class);
  private final Queue<TimedFrame> said = new ArrayDeque<>();
  private final Defect defect;

  /** The device's interface to a LAN, and the tester's port there. */
  private record Place(NetworkInterface on, Probe probe) {}

  SimulatedLans(long seed, Defect defect) {
    this.simulation = new Simulation(seed, LIMITS);
    this.lab = new Lab(simulation);
    this.machine = lab.addRouter("device");
    this.defect = defect;
    places.put(Lan.FIRST, connect("lan", "192.0.2.11", "fe80::11", "2001:db8::11"));
    places.put(Lan.SECOND, connect("lan2", "198.51.100.11", "fe80::12", "2001:db8:2::11"));
  }

  private Place connect(String name, String ipv4, String linkLocal, String global) {
    Segment segment =
        lab.addSegment(new SegmentConfig(name, INSTANT, SegmentConfig.DEFAULT_MAC_AGING_NANOS));
    NetworkInterface on =
        lab.connect(
            machine,
            segment,
            new Subnet(Ipv4Address.parse(ipv4), 24),
            new Subnet(Ipv6Address.parse(global), 64),
            new Subnet(Ipv6Address.parse(linkLocal), 64));
    return new Place(on, lab.addProbe("tester on " + name, segment));
  }

  Lab lab() {
    return lab;
  }

  Machine machine() {
    return machine;
  }

  NetworkInterface on(Lan lan) {
    return place(lan).on();
  }

  private Place place(Lan lan) {
    return Objects.requireNonNull(places.get(lan));
  }

  Map<Lan, Attachment> attachments() {
    Map<Lan, Attachment> attachments = new EnumMap<>(Lan.class);
    places.forEach((lan, place) -> {
      List<Subnet> own = place.on().subnets();
      attachments.put(
          lan,
          new Attachment(
              (Ipv4Address) own.getFirst().address(),
              (Ipv6Address) own.getLast().address(),
              place.on().mac()));
    });
    return attachments;
  }

  long nowNanos() {
    return simulation.nowNanos();
  }

  void link(Lan lan, boolean up) {
    mixed(LanMixup.LOSES, lan).forEach(each -> on(each).port().cable().plug(up));
  }

  /** A LAN, or both if the device takes them for one. */
  private List<Lan> mixed(LanMixup what, Lan lan) {
    return defect.mixup() == what ? List.of(Lan.values()) : List.of(lan);
  }

  /** Has the tester say something. */
  long send(Lan lan, Frame frame) {
    for (Frame heard : defect.inbound().apply(frame)) {
      for (Lan ear : mixed(LanMixup.HEARS, lan)) {
        place(ear).probe().transmit(heard);
      }
    }
    for (Frame extra : defect.chatter().apply(frame)) {
      said.add(new TimedFrame(lan, simulation.nowNanos(), extra));
    }
    return simulation.nowNanos();
  }

  /** The next frame of the device; null if the deadline came first. */
  @Nullable TimedFrame next(long deadlineNanos) {
    try {
      while (said.isEmpty() && simulation.runUntil(deadlineNanos, this::hasHeard)) {
        places.forEach(this::takeIn);
      }
    } catch (LimitReachedException e) {
      throw new DeviceException("the device never came to rest: " + e.getMessage(), e);
    }
    return said.poll();
  }

  private boolean hasHeard() {
    return places.values().stream().anyMatch(place -> place.probe().hasHeard());
  }

  private void takeIn(Lan lan, Place place) {
    HeardFrame heard = place.probe().take();
    if (heard != null) {
      for (Frame frame : defect.outbound().apply(heard.frame())) {
        for (Lan mouth : mixed(LanMixup.SAYS, lan)) {
          said.add(new TimedFrame(mouth, heard.nanos(), frame));
        }
      }
    }
  }
}
