package io.vrrplab.vrrp;

/** Why a Master announces its addresses again later; no RFC does, keepalived does. */
public enum AnnounceTimer {
  /** The second batch after a takeover ({@code garp_master_delay}). */
  SECOND_BURST,
  /** The second batch after a losing advert was answered ({@code garp_lower_prio_delay}). */
  SECOND_REASSERTION,
  /** The periodic refresh ({@code garp_master_refresh}). */
  REFRESH,
  /** The reminder of switches that no advert reminds ({@code garp_extra_if}). */
  REMINDER
}
