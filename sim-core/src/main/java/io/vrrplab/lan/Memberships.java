package io.vrrplab.lan;

import io.vrrplab.sim.Simulation;
import io.vrrplab.wire.GroupQuery;
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
 * first join and the last leave are reported by IGMPv3 (RFC 3376) or MLDv2 (RFC 3810), each in one
 * report, and so is what a querier asks for.
 */
final class Memberships {

  /** So many records of either family fit into an Ethernet frame with its headers. */
  private static final int MAX_RECORDS = 70;

  private final NetworkInterface on;
  private final QueryAnswers answers;
  private final SequencedMap<IpAddress, Integer> users = new LinkedHashMap<>();

  Memberships(NetworkInterface on, Simulation simulation) {
    this.on = on;
    this.answers = new QueryAnswers(this, simulation, on.port().name());
  }

  void join(IpAddress group) {
    if (users.merge(group, 1, Integer::sum) == 1) {
      report(List.of(GroupRecord.join(group)));
    }
  }

  /** Leaves a group; one that was not joined is no error. */
  void leave(IpAddress group) {
    Integer before = users.get(group);
    if (before != null) {
      if (before == 1) {
        users.remove(group);
        report(List.of(GroupRecord.leave(group)));
      } else {
        users.put(group, before - 1);
      }
    }
  }

  /** Forgets all groups without a word. */
  void clear() {
    users.clear();
    answers.cancel();
  }

  /** Says all groups of a family anew, as if they were joined now. */
  void repeat(int width) {
    report(
        users.sequencedKeySet().stream()
            .filter(group -> group.width() == width)
            .map(GroupRecord::join)
            .toList());
  }

  /** A querier asks what is listened to here. */
  void asked(GroupQuery query, IpAddress source) {
    boolean valid = source.width() == Ipv4Address.ANY.width() || source.isLinkLocal();
    if (valid
        && users.sequencedKeySet().stream().anyMatch(group -> isMeant(group, query.group()))) {
      answers.plan(query);
    } // RFC 3810 6.2: a query that is not from a link-local address is ignored
  }

  /** Answers what was asked for some time ago. */
  void answer(IpAddress asked) {
    report(
        users.sequencedKeySet().stream()
            .filter(group -> isMeant(group, asked))
            .map(group -> new GroupRecord(GroupRecord.MODE_IS_EXCLUDE, group, List.of()))
            .toList());
  }

  /** Whether a question is about a group; the unspecified address asks for all of its family. */
  private boolean isMeant(IpAddress group, IpAddress asked) {
    boolean all = asked.equals(Ipv4Address.ANY) || asked.equals(Ipv6Address.ANY);
    return (all ? asked.width() == group.width() : asked.equals(group)) && isReported(group);
  }

  /** Linux can be told to keep 224.0.0.0/24 to itself ({@code igmp_link_local_mcast_reports}). */
  private boolean isReported(IpAddress group) {
    return on.machine().reportsLocalGroups()
        || !(group instanceof Ipv4Address v4 && v4.isLocalGroup());
  }

  private void report(List<GroupRecord> records) {
    List<GroupRecord> said = records.stream().filter(each -> isReported(each.group())).toList();
    for (int from = 0; from < said.size(); from += MAX_RECORDS) {
      send(said.subList(from, Math.min(said.size(), from + MAX_RECORDS)));
    }
  }

  private void send(List<GroupRecord> records) {
    IpAddress source = on.sourceFor(records.getFirst().group());
    switch (source) {
      case Ipv4Address v4 ->
          on.transmit(
              MacAddress.ofMulticast(Ipv4Address.IGMP_ROUTERS),
              on.mac(),
              Ipv4Packet.of(v4, Ipv4Address.IGMP_ROUTERS, 1, new IgmpReport(records))
                  .withOptions(Ipv4Packet.ROUTER_ALERT));
      case Ipv6Address v6 ->
          on.transmit(
              MacAddress.ofMulticast(Ipv6Address.MLD_ROUTERS),
              on.mac(),
              Ipv6Packet.of(v6, Ipv6Address.MLD_ROUTERS, 1, new MldReport(records))
                  .withHopByHopOptions(Ipv6Packet.MLD_ROUTER_ALERT));
      case null -> {
        // an interface without an address of the family has nothing to report from
      }
    }
  }
}
