package io.vrrplab.vrrp;

/** Which hardware address a Master uses for the virtual router. */
public enum MacChoice {
  /** 00-00-5E-00-01-VRID or 00-00-5E-00-02-VRID (RFC 9568 7.3). */
  VIRTUAL,
  /** The interface's own, as keepalived does without {@code use_vmac}. */
  INTERFACE
}
