package io.vrrplab.keepalived.config;

import io.vrrplab.wire.IpAddress;
import java.time.Duration;
import java.util.Optional;

/**
 * The block global_defs.
 *
 * @param routerId the label of the node
 * @param version of instances over IPv4 that do not say theirs: 2 or 3
 * @param multicastGroupV4 where adverts over IPv4 go
 * @param multicastGroupV6 where adverts over IPv6 go
 * @param garp timing of announcements
 * @param downTimerAdverts missed adverts until takeover, 1 to 100
 * @param pace spacing of announcements on one port
 * @param rules what nodes do with each other's adverts
 * @param startupDelay instances are held for this long after the daemon starts
 * @param delayAfterBoot the same, from the start of the host
 * @param dynamicInterfaces whether an interface may be missing at start
 * @param defaultInterface of addresses that name none
 * @param localIgmp whether groups in 224.0.0.0/24 are reported
 * @param realTime whether the daemon is given a real-time priority
 * @param places where each keyword stands
 */
public record GlobalDefaults(
    Optional<String> routerId,
    int version,
    IpAddress multicastGroupV4,
    IpAddress multicastGroupV6,
    GarpTiming garp,
    int downTimerAdverts,
    Pace pace,
    AdvertRules rules,
    Duration startupDelay,
    Duration delayAfterBoot,
    boolean dynamicInterfaces,
    String defaultInterface,
    boolean localIgmp,
    boolean realTime,
    Places places) {}
