package io.vrrplab.lan;

import io.vrrplab.wire.GroupRecord;
import io.vrrplab.wire.IgmpReport;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv4Packet;
import io.vrrplab.wire.Ipv6Address;
import io.vrrplab.wire.Ipv6Packet;
import io.vrrplab.wire.MacAddress;
import io.vrrplab.wire.MldReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * The multicast groups that an interface has joined, each as often as somebody asked for it. The
 * first join and the last leave are reported by IGMPv3 (RFC 3376) or MLDv2 (RFC 3810).
 */
final class Memberships {

  private final NetworkInterface on;
  private final SequencedMap<IpAddress, Integer> users = new LinkedHashMap<>();

  Memberships(NetworkInterface on) {
    this.on = on;
  }

  void join(IpAddress group) {
    if (users.merge(group, 1, Integer::sum) == 1) {
      report(GroupRecord.join(group));
    }
  }

  /** Leaves a group; one that was not joined is no error. */
  void leave(IpAddress group) {
    Integer before = users.get(group);
    if (before != null) {
      if (before == 1) {
        users.remove(group);
        report(GroupRecord.leave(group));
      } else {
        users.put(group, before - 1);
      }
    }
  }

  /** Forgets all groups without a word. */
  void clear() {
    users.clear();
  }

  private void report(GroupRecord change) {
    IpAddress source = on.sourceFor(change.group());
    switch (source) {
      case Ipv4Address v4 ->
          on.transmit(
              MacAddress.ofMulticast(Ipv4Address.IGMP_ROUTERS),
              on.mac(),
              Ipv4Packet.of(v4, Ipv4Address.IGMP_ROUTERS, 1, new IgmpReport(List.of(change)))
                  .withOptions(Ipv4Packet.ROUTER_ALERT));
      case Ipv6Address v6 ->
          on.transmit(
              MacAddress.ofMulticast(Ipv6Address.MLD_ROUTERS),
              on.mac(),
              Ipv6Packet.of(v6, Ipv6Address.MLD_ROUTERS, 1, new MldReport(List.of(change)))
                  .withHopByHopOptions(Ipv6Packet.MLD_ROUTER_ALERT));
      case null -> {
        // an interface without an address of the family has nothing to report from
      }
    }
  }
}
