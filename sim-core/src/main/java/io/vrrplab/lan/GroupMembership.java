package io.vrrplab.lan;

import io.vrrplab.wire.IpAddress;
import org.jspecify.annotations.Nullable;

/** That a virtual router's socket is in the multicast group of adverts, while it is open. */
final class GroupMembership {

  private final NetworkInterface on;
  private @Nullable IpAddress joined;

  GroupMembership(NetworkInterface on) {
    this.on = on;
  }

  /** Opens the socket; one that is in the group stays there. */
  void enter(IpAddress group) {
    if (joined == null) {
      on.memberships().join(group);
      joined = group;
    }
  }

  /** Goes over to another group, if the socket is open. */
  void move(IpAddress group) {
    if (joined != null && !joined.equals(group)) {
      leave();
      enter(group);
    }
  }

  void leave() {
    if (joined != null) {
      on.memberships().leave(joined);
      joined = null;
    }
  }
}
