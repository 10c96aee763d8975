package io.vrrplab.keepalived.config;

/**
 * Which MAC address a Master uses.
 *
 * @param used whether the virtual MAC address of the RFC is used
 * @param transmitBase whether adverts leave with the interface's own one all the same
 * @param forAddresses whether addresses on other interfaces get virtual ones too
 */
public record VirtualMac(boolean used, boolean transmitBase, boolean forAddresses) {

  /** The interface's own MAC address. */
  public static final VirtualMac NONE = new VirtualMac(false, false, false);
}
