package io.vrrplab.measure;

import io.vrrplab.lan.VirtualRouter;
import io.vrrplab.vrrp.AddressFamily;
import io.vrrplab.vrrp.AddressWatch;
import io.vrrplab.vrrp.DaemonRules.AddressLoss;
import io.vrrplab.vrrp.Decision;
import io.vrrplab.vrrp.ReceivedAdvert;
import io.vrrplab.vrrp.RejectReason;
import io.vrrplab.vrrp.VirtualRouterConfig;
import io.vrrplab.vrrp.VrrpState;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.VrrpPacket;
import io.vrrplab.wire.VrrpTrailer;
import io.vrrplab.wire.VrrpV2Packet;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What keepalived 2.2.7, and of trailers 2.4.3, logs of a decision, and of a packet that it
 * refuses.
 */
final class KeepalivedWords {

  static final String SELF_HEARD =
      "WARNING - equal priority advert received from remote host with our IP address.";

  static final String PARTED = "sent 0 priority";

  private static final long CENTISECONDS = 100;

  private KeepalivedWords() {}

  /** The line on a decision; null where keepalived says nothing of it. */
  static @Nullable String of(
      Decision decision,
      VrrpState before,
      VirtualRouterConfig config,
      @Nullable ReceivedAdvert heard) {
    if (heard == null) {
      return decision == Decision.SHUTDOWN && before instanceof VrrpState.Master ? PARTED : null;
    }
    return before instanceof VrrpState.Master
        ? ofMaster(decision, config, heard)
        : ofBackup(decision, config, heard);
  }

  /**
   * The line on an address that other software took off or put on, with places for the address and
   * the interface; null where keepalived says nothing of it.
   */
  static @Nullable String ofChange(VirtualRouter router, IpAddress address, boolean added) {
    VirtualRouterConfig config = router.config();
    if (config.profile().daemon().addressLoss() != AddressLoss.FOLLOWED) {
      return null;
    }
    if (config.heldAddresses().contains(address)) {
      boolean missed = !added && router.isMaster() && AddressWatch.isMissed(address, config);
      return missed ? "Netlink reflector reports IP %s removed from %s" : null;
    }
    // It knows of an interface's addresses the first alone, and replaces it as long as it can.
    long left =
        router.on().subnets().stream().filter(own -> isSource(own.address(), address)).count();
    if (!isSource(address, address) || left != (added ? 1 : 0)) {
      return null;
    }
    return added
        ? "Assigned address %s for interface %s"
        : "Deassigned address %s from interface %s";
  }

  /** Whether adverts could be sent from an address of this family. */
  private static boolean isSource(IpAddress address, IpAddress family) {
    return address.width() == family.width()
        && (address.isLinkLocal() || AddressFamily.of(family) == AddressFamily.IPV4);
  }

  private static @Nullable String ofMaster(
      Decision decision, VirtualRouterConfig config, ReceivedAdvert heard) {
    IpAddress source = heard.source();
    int priority = heard.packet().priority();
    return switch (decision) {
      case HIGHER_PRIORITY_HEARD ->
          "Master received advert from %s with higher priority %d, ours %d"
              .formatted(source, priority, config.priority());
      case HIGHER_ADDRESS_HEARD ->
          "Master received advert from %s with same priority %d but higher IP address than ours"
              .formatted(source, priority);
      case LOWER_PRIORITY_ANSWERED, SMALLER_ADDRESS_ANSWERED ->
          "Received advert from %s with lower priority %d, ours %d, forcing new election"
              .formatted(source, priority, config.priority());
      case OWNER_CONFLICT ->
          "CONFIGURATION ERROR: local instance and a remote instance are both configured as"
              + " address owner, please fix - reducing local priority";
      default -> null;
    };
  }

  private static @Nullable String ofBackup(
      Decision decision, VirtualRouterConfig config, ReceivedAdvert heard) {
    return switch (decision) {
      case PRIORITY_ZERO_HEARD -> "Backup received priority 0 advertisement";
      case LOWER_PRIORITY_DISCARDED ->
          "received lower priority (%d) advert from %s - discarding"
              .formatted(heard.packet().priority(), heard.source());
      case PREEMPT_DELAY_STARTED ->
          "start preempt delay (%s)"
              .formatted(BigDecimal.valueOf(config.options().preemptDelayNanos(), 9).setScale(6));
      default -> null;
    };
  }

  /** The line on a packet that is refused; null where keepalived says nothing of it. */
  static @Nullable String of(
      RejectReason reason, VirtualRouterConfig config, ReceivedAdvert heard) {
    VrrpPacket packet = heard.packet();
    return switch (reason) {
      case PASSWORD -> "received an invalid passwd!";
      case VERSION ->
          "wrong version. Received %d and expect %d".formatted(packet.version(), config.version());
      case AUTHENTICATION ->
          packet instanceof VrrpV2Packet v2
              ? "received a %d auth, expecting %d!"
                  .formatted(v2.authenticationType(), config.authentication().type())
              : null;
      case INTERVAL ->
          packet instanceof VrrpV2Packet v2
              ? "advertisement interval mismatch mine=%d sec rcv'd=%d sec"
                  .formatted(config.advertisementIntervalCs() / CENTISECONDS, v2.intervalSeconds())
              : null;
      case ADDRESS_LIST -> addresses(config, packet.addresses());
      case TRAILER_MISSING -> "missing authentication trailer from " + heard.source();
      case TRAILER_MALFORMED -> "malformed authentication trailer from " + heard.source();
      case TRAILER_STALE -> "stale authentication trailer from " + heard.source();
      case TRAILER_KEY ->
          "unknown authentication key id %d from %s"
              .formatted(VrrpTrailer.read(packet.surplus()).keyId(), heard.source());
      case TRAILER_HMAC -> "invalid authentication HMAC from " + heard.source();
      case TRAILER_REPLAYED -> "replayed authentication trailer from " + heard.source();
      default -> null;
    };
  }

  private static @Nullable String addresses(
      VirtualRouterConfig config, List<? extends IpAddress> listed) {
    if (listed.size() != config.addresses().size()) {
      return "received an unexpected ip number count %d, expected %d!"
          .formatted(listed.size(), config.addresses().size());
    }
    return config.addresses().stream()
        .filter(own -> !listed.contains(own))
        .findFirst()
        .map(missing ->
            "ip address associated with VRID %d not present in MASTER advert: %s"
                .formatted(config.virtualRouterId(), missing))
        .orElse(null);
  }
}
