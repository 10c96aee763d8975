package io.vrrplab.conformance.device;

/** What a wrong device does on both of its LANs that belongs on one. */
public enum LanMixup {
  NOTHING,
  /** Takes what it is sent on one for sent on both. */
  HEARS,
  /** Sends on both what it has to say on one. */
  SAYS,
  /** Takes both for lost when it is cut off from one. */
  LOSES
}
