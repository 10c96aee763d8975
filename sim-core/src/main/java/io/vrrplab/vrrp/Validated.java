package io.vrrplab.vrrp;

import java.util.List;

/** What the receive checks made of a packet. */
public sealed interface Validated {

  /**
   * The packet counts.
   *
   * @param advert what it says
   * @param tolerated what is wrong with it and should be logged, in the order of the checks; mostly
   *     empty
   */
  record Accepted(Advert advert, List<RejectReason> tolerated) implements Validated {

    public Accepted {
      tolerated = List.copyOf(tolerated);
    }
  }

  /**
   * The packet is discarded.
   *
   * @param reason the first check that it failed
   * @param addressed whether it was recognisably one for this virtual router from somebody else:
   *     eight octets at least, the VRID, and not stopped below the daemon
   */
  record Rejected(RejectReason reason, boolean addressed) implements Validated {}

  /** The same as an event for the state machine. */
  default VrrpEvent toEvent() {
    return switch (this) {
      case Accepted(Advert advert, List<RejectReason> _) -> new VrrpEvent.AdvertReceived(advert);
      case Rejected(RejectReason reason, boolean addressed) ->
          new VrrpEvent.AdvertRejected(reason, addressed);
    };
  }
}
