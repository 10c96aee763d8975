package io.vrrplab.measure;

import java.util.SequencedMap;

/**
 * Adverts over all nodes of a run.
 *
 * @param sent put on the wire by VRRP nodes
 * @param received heard by VRRP nodes, each listener counted, rejected ones included
 * @param rejected by the reason of the first check that failed, every reason named, zero included;
 *     iterates in the order of the checks
 */
public record AdvertCounts(long sent, long received, SequencedMap<String, Long> rejected) {}
