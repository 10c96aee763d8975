package io.vrrplab.lan;

import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv6Address;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The interfaces of a machine: those that it has, and those that its daemon misses. */
final class Cards {

  private static final List<Subnet> UNSPECIFIED =
      List.of(new Subnet(new Ipv4Address(0), 32), new Subnet(Ipv6Address.ANY, 128));

  private final Lab lab;
  private final Machine machine;
  private final List<NetworkInterface> present = new ArrayList<>(1);
  private final List<NetworkInterface> missing = new ArrayList<>(0);

  Cards(Lab lab, Machine machine) {
    this.lab = lab;
    this.machine = machine;
  }

  /** Those that it has, by the indices of their ports. */
  List<NetworkInterface> present() {
    return present;
  }

  NetworkInterface add(Segment segment, List<Subnet> own) {
    NetworkInterface added = new NetworkInterface(lab, machine, segment, present.size(), own);
    present.add(added);
    segment.connect(machine, added.port());
    added.subnets().forEach(subnet -> machine.ip().routes().addOnLink(subnet, added));
    return added;
  }

  /** One on a segment; null if there is none. */
  @Nullable NetworkInterface on(Segment segment) {
    for (NetworkInterface candidate : present) {
      if (candidate.segment() == segment) {
        return candidate;
      }
    }
    return null;
  }

  /** One that is missing: on a segment of its own, without addresses of its own. */
  NetworkInterface missing(String name) {
    NetworkInterface known = named(missing, name);
    if (known != null) {
      return known;
    }
    Segment nowhere = new Segment(lab, new SegmentConfig(name, LinkProperties.DEFAULT, 0));
    NetworkInterface added =
        new NetworkInterface(lab, machine, nowhere, missing.size(), UNSPECIFIED);
    missing.add(added);
    return added;
  }

  /** One on a segment of a name, or else the missing one of that name. */
  NetworkInterface to(String segment) {
    NetworkInterface there = named(present, segment);
    NetworkInterface found = there == null ? named(missing, segment) : there;
    if (found == null) {
      throw new IllegalArgumentException(machine.name() + " has no interface on " + segment);
    }
    return found;
  }

  private static @Nullable NetworkInterface named(List<NetworkInterface> known, String segment) {
    for (NetworkInterface each : known) {
      if (each.segment().name().equals(segment)) {
        return each;
      }
    }
    return null;
  }

  /** An address that one of them holds; null if none does. */
  @Nullable LocalAddress held(IpAddress address) {
    for (int i = 0; i < present.size(); i++) {
      LocalAddress held = present.get(i).held(address);
      if (held != null) {
        return held;
      }
    }
    return null;
  }
}
