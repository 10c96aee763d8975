package io.vrrplab;

import io.vrrplab.lan.FaultNotice;
import io.vrrplab.lan.Flow;
import io.vrrplab.lan.Lab;
import io.vrrplab.lan.LabListener;
import io.vrrplab.lan.Lane;
import io.vrrplab.lan.LossCause;
import io.vrrplab.lan.Transmission;
import io.vrrplab.lan.VirtualRouter;
import io.vrrplab.vrrp.VrrpState;
import io.vrrplab.wire.ArpPacket;
import io.vrrplab.wire.Decoded;
import io.vrrplab.wire.EthernetFrame;
import io.vrrplab.wire.IcmpEcho;
import io.vrrplab.wire.IpPayload;
import io.vrrplab.wire.Ipv4Packet;
import io.vrrplab.wire.Ipv6Packet;
import io.vrrplab.wire.VrrpPacket;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Keeps all that a lab tells its listeners, for tests to ask. */
public final class Tape implements LabListener {

  private final Lab lab;
  private final List<Sent> sent = new ArrayList<>();
  private final List<Lost> lost = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();
  private final List<Arrival> arrivals = new ArrayList<>();
  private final List<Struck> faults = new ArrayList<>();

  /** A frame that entered the wire at a port. */
  public record Sent(long atNanos, String port, EthernetFrame frame) {

    public boolean isGroup() {
      return frame.destination().isGroup();
    }

    boolean carries(Class<?> kind) {
      return kind.isInstance(frame.payload())
          || frame.payload() instanceof Ipv4Packet packet && kind.isInstance(packet.payload());
    }

    public ArpPacket arp() {
      return (ArpPacket) frame.payload();
    }

    public Ipv4Packet ip() {
      return (Ipv4Packet) frame.payload();
    }

    /** What stands in IPv4 or IPv6. */
    public IpPayload payload() {
      return switch (frame.payload()) {
        case Ipv4Packet v4 -> v4.payload();
        case Ipv6Packet v6 -> v6.payload();
        default -> throw new AssertionError(this);
      };
    }

    public VrrpPacket advert() {
      return (VrrpPacket) ip().payload();
    }
  }

  /** A frame that somebody did not get. */
  public record Lost(long atNanos, String from, String towards, LossCause cause) {}

  /** A change of state. */
  public record Change(long atNanos, String node, String to, String why) {}

  /** A packet of a flow that got through. */
  public record Arrival(long atNanos, int flow, int sequence) {}

  /** What was told of a fault. */
  public record Struck(long atNanos, FaultNotice notice) {}

  Tape(Lab lab) {
    this.lab = lab;
    lab.listen(this);
  }

  private long now() {
    return lab.simulation().nowNanos();
  }

  private static EthernetFrame decoded(Transmission transmission) {
    return ((Decoded.Packet) transmission.frame().decoded()).frame();
  }

  /** Notes each frame that enters a lane from now on; it passes on what the lane itself drops. */
  public List<Sent> tap(Lane lane) {
    List<Sent> passed = new ArrayList<>();
    lane.addFilter(
        transmission ->
            !passed.add(new Sent(now(), transmission.origin().name(), decoded(transmission))),
        LossCause.RANDOM);
    return passed;
  }

  @Override
  public void transmitted(Transmission transmission) {
    sent.add(new Sent(now(), transmission.origin().name(), decoded(transmission)));
  }

  @Override
  public void lost(Transmission transmission, String towards, LossCause cause) {
    lost.add(new Lost(now(), transmission.origin().machineName(), towards, cause));
  }

  @Override
  public void stateChanged(VirtualRouter router, VrrpState before, VrrpState after, String why) {
    changes.add(new Change(now(), router.machine().name(), after.label(), why));
  }

  @Override
  public void faultStrikes(FaultNotice fault) {
    faults.add(new Struck(now(), fault));
  }

  @Override
  public void probeArrived(Flow flow, int sequence, int hopLimit) {
    arrivals.add(new Arrival(now(), flow.index(), sequence));
  }

  /** Frames sent by a machine that carry something, {@code ArpPacket} or what stands in IPv4. */
  public List<Sent> sent(String machine, Class<?> kind) {
    return sent(each -> each.port().startsWith(machine + ":") && each.carries(kind));
  }

  public List<Sent> sent(Predicate<Sent> which) {
    return sent.stream().filter(which).toList();
  }

  /** IP packets that left a port with something in them. */
  public List<Sent> sentBy(String port, Class<?> kind) {
    return sent(each -> each.port().equals(port)).stream()
        .filter(each -> kind.isInstance(each.payload()))
        .toList();
  }

  public List<Sent> arpRequests(String machine) {
    return sent(machine, ArpPacket.class).stream()
        .filter(each -> each.arp().operation() == ArpPacket.REQUEST && !each.arp().isGratuitous())
        .toList();
  }

  /** The priorities that a machine advertised between two times, the later one excluded. */
  public List<Integer> advertised(String machine, long fromNanos, long toNanos) {
    return sent(machine, VrrpPacket.class).stream()
        .filter(each -> each.atNanos() >= fromNanos && each.atNanos() < toNanos)
        .map(each -> each.advert().priority())
        .toList();
  }

  /** When a machine sent adverts. */
  public List<Long> advertTimes(String machine) {
    return sent(machine, VrrpPacket.class).stream().map(Sent::atNanos).toList();
  }

  /** How many gratuitous ARPs a machine sent between two times, the later one excluded. */
  public int announced(String machine, long fromNanos, long toNanos) {
    return (int)
        sent(machine, ArpPacket.class).stream()
            .filter(each -> each.arp().isGratuitous())
            .filter(each -> each.atNanos() >= fromNanos && each.atNanos() < toNanos)
            .count();
  }

  /** The changes of a machine's states, each as {@code STATE at NANOS}. */
  public List<String> changesOf(String machine) {
    return changes.stream()
        .filter(change -> change.node().equals(machine))
        .map(change -> change.to() + " at " + change.atNanos())
        .toList();
  }

  public List<Sent> pings(String machine) {
    return sent(machine, IcmpEcho.class);
  }

  public List<Lost> lost() {
    return List.copyOf(lost);
  }

  public List<Change> changes() {
    return List.copyOf(changes);
  }

  public List<Arrival> arrivals() {
    return List.copyOf(arrivals);
  }

  public List<Struck> faults() {
    return List.copyOf(faults);
  }
}
