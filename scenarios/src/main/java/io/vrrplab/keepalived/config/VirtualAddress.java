package io.vrrplab.keepalived.config;

import io.vrrplab.keepalived.finding.Position;
import io.vrrplab.wire.IpAddress;

/**
 * A line of virtual_ipaddress or virtual_ipaddress_excluded.
 *
 * @param address the address
 * @param prefixLength 32 or 128 where none is written
 * @param device the interface that gets it
 * @param tracked whether its loss is noticed
 * @param at where it stands
 */
public record VirtualAddress(
    IpAddress address, int prefixLength, String device, boolean tracked, Position at) {}
