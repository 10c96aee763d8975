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
import java.util.SequencedSet;

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

    boolean shares(Member other) {
      return other.addresses().stream().anyMatch(addresses()::contains);
    }
  }

  private record Identity(int vrid, boolean ipv6) {}

  /** Finds those with two members or more; one VRID for different addresses is a finding. */
  static List<Cluster> among(List<KeepalivedConfig> configs, Findings findings) {
    Map<Identity, List<List<Member>>> byIdentity = new LinkedHashMap<>();
    for (int node = 0; node < configs.size(); node++) {
      KeepalivedConfig config = configs.get(node);
      for (Instance instance : config.instances()) {
        Identity identity = new Identity(instance.virtualRouterId(), instance.ipv6());
        place(
            new Member(node, config, instance),
            byIdentity.computeIfAbsent(identity, _ -> new ArrayList<>()),
            findings);
      }
    }
    return byIdentity.values().stream()
        .flatMap(List::stream)
        .filter(members -> members.size() > 1)
        .map(Cluster::new)
        .toList();
  }

  private static void place(Member member, List<List<Member>> clusters, Findings findings) {
    for (List<Member> cluster : clusters) {
      // First what is cheap: a file may have thousands of instances.
      if (cluster.stream().noneMatch(it -> it.node() == member.node())
          && cluster.stream().anyMatch(member::shares)) {
        cluster.add(member);
        return;
      }
    }
    clusters.stream()
        .map(List::getFirst)
        .filter(first -> first.node() != member.node())
        .findFirst()
        .ifPresent(first -> reused(first, member, findings));
    clusters.add(new ArrayList<>(List.of(member)));
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
