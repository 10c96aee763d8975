package io.vrrplab.keepalived.config;

/**
 * What a node does with adverts besides the protocol.
 *
 * @param lowerPriorityNoAdvert a Master does not answer adverts of lower priority
 * @param higherPrioritySendAdvert a Master that yields sends one more advert
 * @param ownerIgnoreAdverts an address owner hears nobody
 * @param checkUnicastSource adverts of others than the listed peers are dropped
 * @param skipCheckAddresses the list of addresses is not compared for the Master known already
 * @param strict what the RFC does not have is not done
 * @param v3ChecksumAsV2 version 3 over IPv4 has no pseudo-header in its checksum
 */
public record AdvertRules(
    boolean lowerPriorityNoAdvert,
    boolean higherPrioritySendAdvert,
    boolean ownerIgnoreAdverts,
    boolean checkUnicastSource,
    boolean skipCheckAddresses,
    boolean strict,
    boolean v3ChecksumAsV2) {}
