package io.vrrplab.lan;

import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.MacAddress;

/**
 * An address that a machine holds on an interface.
 *
 * @param address the address
 * @param mac the MAC with which the machine answers for it
 * @param accepts whether packets to it are taken in; a Master that does not own the address and has
 *     no Accept_Mode answers ARP and neighbour discovery for it and takes nothing else in (RFC 9568
 *     6.4.3)
 * @param router the R flag of neighbour advertisements for it
 */
public record LocalAddress(IpAddress address, MacAddress mac, boolean accepts, boolean router) {}
