package io.vrrplab.keepalived.advice;

import io.vrrplab.keepalived.config.Instance;
import io.vrrplab.keepalived.config.KeepalivedConfig;
import io.vrrplab.keepalived.config.VirtualAddress;
import io.vrrplab.keepalived.finding.Findings;
import io.vrrplab.keepalived.finding.Rule;
import io.vrrplab.wire.IpAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * One virtual router: the instances of several files that share VRID, family and an address.
 *
 * @param members one a file, in the order of the files
 */
record Cluster(List<Member> members) {

  /**
   * An instance of a virtual router.
   *
   * @param node from 0, in the order of the files; one node has one member in a cluster
   * @param config its file
   * @param instance itself
   */
  record Member(int node, KeepalivedConfig config, Instance instance) {

    /** How messages name it. */
    String name() {
      return config.file();
    }

    SequencedSet<IpAddress> addresses() {
      SequencedSet<IpAddress> all = new LinkedHashSet<>();
      instance.addresses().stream().map(VirtualAddress::address).forEach(all::add);
      return all;
    }
  }

  private record Identity(int vrid, boolean ipv6) {}

  /** Finds those with two members or more; one VRID for different addresses is a finding. */
  static List<Cluster> among(List<KeepalivedConfig> configs, Findings findings) {
    Map<Identity, Gathering> byIdentity = new LinkedHashMap<>();
    for (int node = 0; node < configs.size() && configs.size() > 1; node++) {
      KeepalivedConfig config = configs.get(node);
      for (Instance instance : config.instances()) {
        Identity identity = new Identity(instance.virtualRouterId(), instance.ipv6());
        byIdentity
            .computeIfAbsent(identity, _ -> new Gathering(findings))
            .place(new Member(node, config, instance));
      }
    }
    return byIdentity.values().stream()
        .flatMap(gathering -> gathering.clusters.stream())
        .filter(members -> members.size() > 1)
        .map(Cluster::new)
        .toList();
  }

  /** The instances of one VRID and family, which may be hundreds in a file. */
  private static final class Gathering {

    private final Findings findings;
    private final List<List<Member>> clusters = new ArrayList<>();
    private final Map<IpAddress, Homes> byAddress = new LinkedHashMap<>();
    private @Nullable Member firstOfAnotherNode;

    Gathering(Findings findings) {
      this.findings = findings;
    }

    void place(Member member) {
      Optional<List<Member>> home = home(member);
      if (home.isEmpty() && !clusters.isEmpty()) {
        checkReuse(clusters.getFirst().getFirst(), member);
      }
      List<Member> cluster = home.orElseGet(ArrayList::new);
      if (home.isEmpty()) {
        clusters.add(cluster);
      }
      cluster.add(member);
      for (IpAddress address : member.addresses()) {
        byAddress.computeIfAbsent(address, _ -> new Homes()).clusters.add(cluster);
      }
    }

    /** Where a node that has one of the addresses is, and this one is not yet. */
    private Optional<List<Member>> home(Member member) {
      for (IpAddress address : member.addresses()) {
        Homes homes = byAddress.get(address);
        Optional<List<Member>> home =
            homes == null ? Optional.empty() : homes.without(member.node());
        if (home.isPresent()) {
          return home;
        }
      }
      return Optional.empty();
    }

    private void checkReuse(Member first, Member member) {
      if (first.node() != member.node()) {
        firstOfAnotherNode = firstOfAnotherNode == null ? member : firstOfAnotherNode;
        reused(first, member, findings);
      } else if (firstOfAnotherNode != null) {
        reused(firstOfAnotherNode, member, findings);
      }
    }
  }

  /** The clusters that have an address: one for each instance that a file has of it. */
  private static final class Homes {

    private final List<List<Member>> clusters = new ArrayList<>(1);
    private int node;
    private int next;

    /** The first without a node. Nodes come one after the other, and what one has it keeps. */
    Optional<List<Member>> without(int wanted) {
      next = wanted == node ? next : 0;
      node = wanted;
      while (next < clusters.size() && has(clusters.get(next), wanted)) {
        next++;
      }
      return next < clusters.size() ? Optional.of(clusters.get(next)) : Optional.empty();
    }

    private static boolean has(List<Member> cluster, int node) {
      return cluster.getLast().node() == node;
    }
  }

  private static void reused(Member first, Member other, Findings findings) {
    boolean unicast = first.instance().unicast().inUse() && other.instance().unicast().inUse();
    if (!unicast) {
      findings.add(
          Rule.VRID_REUSED,
          other.instance().places().of("virtual_router_id"),
          "%s uses VRID %d for other addresses; on one network each silences or replaces the other,"
              + " whatever the passwords",
          first.name(),
          other.instance().virtualRouterId());
    }
  }
}
