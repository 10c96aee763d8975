package io.vrrplab.vrrp;

import io.vrrplab.vrrp.DaemonRules.PeerChecksum;

/** How keepalived goes over to the checksum of unicast peers that are older than 1.3.7. */
public final class OldChecksum {

  private OldChecksum() {}

  /** Whether a virtual router does so, once it hears one. */
  public static boolean isLearnedBy(VirtualRouterConfig config) {
    return config.options().delivery() instanceof Delivery.Unicast
        && config.profile().daemon().peerChecksum() == PeerChecksum.LEARNED;
  }

  /** The virtual router after that. */
  public static VirtualRouterConfig learnedBy(VirtualRouterConfig config) {
    Profile profile = config.profile();
    return config.withProfile(
        profile.withDaemon(profile.daemon().withPeerChecksum(PeerChecksum.OF_GROUP)));
  }
}
