package io.vrrplab.vrrp;

import io.vrrplab.vrrp.DaemonRules.AddressLoss;
import io.vrrplab.wire.IpAddress;
import java.util.List;

/**
 * What a virtual router is told of addresses that other software may take off its interface; the
 * names in braces are keepalived's.
 *
 * @param sourceGiven whether its configuration names the address that adverts are sent from ({@code
 *     mcast_src_ip}, {@code unicast_src_ip}). That one is then used whether the interface has it or
 *     not, {@code track_src_ip} or no: from 2.0.0 to 2.4.3 the comparison behind that keyword reads
 *     the wrong bytes and never holds, and 2.2.7 was measured not to react
 * @param untracked virtual addresses whose removal is not noticed ({@code no_track})
 */
public record AddressWatch(boolean sourceGiven, List<IpAddress> untracked) {

  /** Nothing was said: the source is found on the interface, and every address is missed. */
  public static final AddressWatch DEFAULT = new AddressWatch(false, List.of());

  public AddressWatch {
    untracked = List.copyOf(untracked);
  }

  /** Whether a Master leaves when other software removes an address. */
  public static boolean isMissed(IpAddress address, VirtualRouterConfig config) {
    return follows(config)
        && config.heldAddresses().contains(address)
        && !config.options().watch().untracked().contains(address);
  }

  /**
   * Whether it takes part only while its interface has an own address that it can send from. A
   * virtual interface for IPv6 makes itself one, and the address of an owner is a virtual one.
   */
  public static boolean needsOwnAddress(VirtualRouterConfig config) {
    boolean makesOne =
        config.family() == AddressFamily.IPV6
            && config.profile().announcements().announcedMac() == MacChoice.VIRTUAL;
    return follows(config)
        && !config.options().watch().sourceGiven()
        && !makesOne
        && !config.heldAddresses().contains(config.primaryAddress());
  }

  /**
   * Whether its adverts do not leave the machine while no interface has the address that they are
   * sent from. Linux takes any source of a raw IPv4 packet, and in IPv6 none that is not there.
   */
  public static boolean isMuteWithoutSource(VirtualRouterConfig config) {
    return switch (config.profile().daemon().addressLoss()) {
      case UNNOTICED -> false;
      case FOLLOWED -> config.family() == AddressFamily.IPV6;
      case SILENCED -> true;
    };
  }

  private static boolean follows(VirtualRouterConfig config) {
    return config.profile().daemon().addressLoss() == AddressLoss.FOLLOWED;
  }

  /** The same virtual router with another address that adverts are sent from. */
  public static VirtualRouterConfig speakingFrom(IpAddress source, VirtualRouterConfig config) {
    return new VirtualRouterConfig(
        config.virtualRouterId(),
        config.version(),
        config.priority(),
        config.advertisementIntervalCs(),
        config.addresses(),
        config.preempt(),
        config.accept(),
        source,
        config.authentication(),
        config.profile(),
        config.options());
  }
}
