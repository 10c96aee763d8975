package io.vrrplab.vrrp;

/** What a receiver does about one kind of irregularity in an advert. */
public enum Treatment {
  /** Goes on without a word; the irregularity is not even looked for. */
  ACCEPT,
  /** Goes on, and tells the operator. */
  LOG,
  /** Discards the advert. */
  DROP
}
