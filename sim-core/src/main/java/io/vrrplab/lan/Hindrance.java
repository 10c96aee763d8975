package io.vrrplab.lan;

import io.vrrplab.vrrp.Delivery;
import io.vrrplab.vrrp.VirtualRouterConfig;
import org.jspecify.annotations.Nullable;

/** What keeps a virtual router from taking part until its configuration is another one. */
public enum Hindrance {
  /** The machine lacks the interface ({@code dynamic_interfaces} of keepalived). */
  NO_INTERFACE("its interface is not there"),
  /** It speaks to peers alone, and knows of none ({@code unicast_fault_no_peer}). */
  NO_PEER("it has no peer to speak to"),
  /** One of these keeps another member of its sync group. */
  OF_GROUP("another member of its sync group is kept from it");

  private final String words;

  Hindrance(String words) {
    this.words = words;
  }

  /** A phrase without a full stop. */
  public String words() {
    return words;
  }

  /** What hinders a virtual router by itself; null where nothing does. */
  static @Nullable Hindrance of(VirtualRouter router) {
    if (!router.on().isThere()) {
      return NO_INTERFACE;
    }
    return isAlone(router.config()) ? NO_PEER : null;
  }

  /** Whether there is nobody to whom a virtual router could speak. */
  static boolean isAlone(VirtualRouterConfig config) {
    return config.options().delivery() instanceof Delivery.Unicast unicast
        && unicast.peers().isEmpty();
  }

  /** The same, with what hinders its sync group. */
  static @Nullable Hindrance ofWhole(VirtualRouter router) {
    Hindrance own = of(router);
    SyncGroup group = router.group();
    boolean others =
        group != null && group.members().stream().anyMatch(member -> of(member) != null);
    return own == null && others ? OF_GROUP : own;
  }
}
