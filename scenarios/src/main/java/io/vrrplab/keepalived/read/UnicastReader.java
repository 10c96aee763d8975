package io.vrrplab.keepalived.read;

import io.vrrplab.keepalived.config.Unicast;
import io.vrrplab.keepalived.config.Unicast.OldChecksum;
import io.vrrplab.keepalived.finding.Position;
import io.vrrplab.keepalived.finding.Rule;
import io.vrrplab.keepalived.syntax.Node;
import io.vrrplab.keepalived.syntax.Word;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv6Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads unicast_peer and what belongs to it. */
final class UnicastReader {

  private static final int MAX_TTL = 255;

  private static final List<String> KEYWORDS =
      List.of("unicast_peer", "unicast_src_ip", "check_unicast_src", "old_unicast_checksum");

  private final Settings settings;

  UnicastReader(Settings settings) {
    this.settings = settings;
  }

  Optional<IpAddress> source() {
    Optional<IpAddress> unicast = settings.address("unicast_src_ip");
    return unicast.or(() -> settings.address("mcast_src_ip"));
  }

  /** Whether no peer is listed, right or wrong. */
  boolean peerless() {
    return settings.lines("unicast_peer").isEmpty();
  }

  Unicast read(boolean ipv6) {
    List<Unicast.Peer> peers = new ArrayList<>();
    for (Node line : settings.lines("unicast_peer")) {
      peer(line, ipv6).ifPresent(peers::add);
    }
    int ttl = settings.integer("unicast_ttl", 0, MAX_TTL, "ignores the line").orElse(MAX_TTL);
    if (peers.isEmpty()) {
      withoutPeers();
    }
    return new Unicast(
        peers.stream().distinct().toList(),
        ttl,
        settings.has("unicast_fault_no_peer"),
        oldChecksum());
  }

  private OldChecksum oldChecksum() {
    if (!settings.has("old_unicast_checksum")) {
      return OldChecksum.WHERE_HEARD;
    }
    return settings.text("old_unicast_checksum", "").equals("never")
        ? OldChecksum.NEVER
        : OldChecksum.ALWAYS;
  }

  private void withoutPeers() {
    // Empty on purpose: the instance then stays in FAULT.
    boolean meant = settings.has("unicast_fault_no_peer");
    for (String keyword : KEYWORDS) {
      if (settings.has(keyword) && !(meant && keyword.equals("unicast_peer"))) {
        add(
            Rule.UNICAST_NO_PEERS,
            settings.places().of(keyword),
            keyword + " without a peer; keepalived multicasts");
        break;
      }
    }
    if (meant) {
      add(
          Rule.UNICAST_FAULT,
          settings.places().of("unicast_fault_no_peer"),
          "without a peer the instance goes to FAULT and stays there");
    }
    if (settings.has("unicast_ttl")) {
      add(
          Rule.UNICAST_NO_PEERS,
          settings.places().of("unicast_ttl"),
          "unicast_ttl without a peer; keepalived drops it");
    }
  }

  private Optional<Unicast.Peer> peer(Node line, boolean ipv6) {
    Optional<IpAddress> address =
        settings.address(line.words().getFirst(), Rule.PEER_INVALID, "a peer");
    if (address.isEmpty()) {
      return Optional.empty();
    }
    if (address.get() instanceof Ipv6Address != ipv6) {
      add(
          Rule.FAMILY_MIXED,
          line.at(),
          address.get() + " is not of the instance's family; keepalived ignores it");
      return Optional.empty();
    }
    int min = 0;
    int max = MAX_TTL;
    for (int i = 1; i < line.words().size(); i += 2) {
      Word option = line.words().get(i);
      boolean known = option.text().equals("min_ttl") || option.text().equals("max_ttl");
      if (!known || i + 1 == line.words().size()) {
        add(Rule.PEER_OPTION, option.at(), wrong(option, known));
        break;
      }
      Word value = line.words().get(i + 1);
      int ttl = settings.integer(value, option.text(), 0, MAX_TTL, "ignores it").orElse(-1);
      min = ttl >= 0 && option.text().equals("min_ttl") ? ttl : min;
      max = ttl >= 0 && option.text().equals("max_ttl") ? ttl : max;
    }
    return Optional.of(new Unicast.Peer(address.get(), min, max, line.at()));
  }

  private static String wrong(Word option, boolean known) {
    return known
        ? option.text() + " has no value; keepalived ignores it"
        : "\"%s\" says nothing to keepalived behind a peer; it keeps the peer and ignores the rest"
            .formatted(option.text());
  }

  private void add(Rule rule, Position at, String message) {
    settings.findings().add(rule, at, "%s", message);
  }
}
