package io.vrrplab.keepalived.advice;

import io.vrrplab.keepalived.config.Instance;
import io.vrrplab.keepalived.config.KeepalivedConfig;
import io.vrrplab.keepalived.config.Unicast;
import io.vrrplab.keepalived.finding.Findings;
import io.vrrplab.keepalived.finding.Position;
import io.vrrplab.keepalived.finding.Rule;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv6Address;

/** Advice on adverts and addresses on their way through the network. */
final class NetworkAdvice {

  private final KeepalivedConfig config;
  private final Instance instance;
  private final Findings findings;

  NetworkAdvice(KeepalivedConfig config, Instance instance, Findings findings) {
    this.config = config;
    this.instance = instance;
    this.findings = findings;
  }

  void give() {
    Position peers = instance.places().of("unicast_peer");
    if (instance.unicast().inUse()) {
      unicast(peers);
    } else {
      multicast();
    }
    ipv6();
    source();
    if (instance.rules().strict() && !instance.accept() && !instance.owner()) {
      add(
          Rule.STRICT_NO_ACCEPT,
          "virtual_ipaddress",
          "strict mode drops what is sent to the addresses of "
              + instance.name()
              + ": the Master is well and nobody can reach it");
    }
    if (instance.places().has("notify_master")
        && !instance.places().has("notify_master_rx_lower_pri")) {
      add(
          Rule.NOTIFY_ONCE,
          "notify_master",
          "a Master that outlives a second one is not notified; an address that the script moved"
              + " elsewhere stays with the loser");
    }
  }

  private void unicast(Position peers) {
    if (instance.source().isEmpty()) {
      findings.add(
          Rule.UNICAST_NO_SOURCE,
          peers,
          "adverts leave from the first address of %s, which must be the one that the peers list",
          instance.interfaceName());
    }
    for (Unicast.Peer peer : instance.unicast().peers()) {
      if (instance.source().filter(peer.address()::equals).isPresent()) {
        findings.add(
            Rule.UNICAST_SELF,
            peer.at(),
            "%s is this node itself; a Master hears its own adverts and logs each",
            peer.address());
      }
    }
  }

  /** Measured in 2.2.7; from 2.0.0 to 2.4.3 the same comparison reads the wrong bytes. */
  private void source() {
    if (instance.places().has("track_src_ip")) {
      add(
          Rule.TRACK_SOURCE,
          "track_src_ip",
          instance
              .source()
              .map(source ->
                  "no keepalived up to 2.4.3 acts on it: when %s goes, %s stays as it is and sends on"
                      .formatted(source, instance.name()))
              .orElse(
                  "it says nothing without unicast_src_ip or mcast_src_ip; the loss of the last"
                      + " address of the interface is a fault anyway"));
    }
  }

  /** Switches forward 224.0.0.0/24 whatever snooping says (RFC 4541 2.1.2). */
  private void multicast() {
    IpAddress group = instance.destination();
    if (group instanceof Ipv4Address v4 && !v4.isLocalGroup()) {
      Position at =
          instance.places().has("mcast_dst_ip")
              ? instance.places().of("mcast_dst_ip")
              : config.globals().places().of("vrrp_mcast_group4");
      findings.add(
          Rule.MULTICAST_GROUP,
          at,
          "switches with IGMP snooping cut %s once no querier is heard for 260 s; then all nodes"
              + " are Master",
          group);
    }
  }

  private void ipv6() {
    if (instance.ipv6()
        && !instance.addresses().isEmpty()
        && !(instance.addresses().getFirst().address() instanceof Ipv6Address six
            && six.isLinkLocal())) {
      findings.add(
          Rule.IPV6_FIRST,
          instance.addresses().getFirst().at(),
          "%s is not link-local; RFC 9568 5.2.9 wants the first address to be, and other"
              + " implementations refuse adverts without",
          instance.addresses().getFirst().address());
    }
  }

  private void add(Rule rule, String keyword, String message) {
    findings.add(rule, instance.places().of(keyword), "%s", message);
  }
}
