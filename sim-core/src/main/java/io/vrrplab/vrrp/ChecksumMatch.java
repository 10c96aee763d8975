package io.vrrplab.vrrp;

import io.vrrplab.wire.ChecksumForm;

/** Which forms of the VRRP checksum a received packet satisfies. */
public enum ChecksumMatch {
  NEITHER(false, false),
  MESSAGE_ONLY(true, false),
  PSEUDO_HEADER(false, true),
  /** Possible where the pseudo-header sums to 0, and in version 2 and IPv6 of no interest. */
  BOTH(true, true);

  private final boolean messageOnly;
  private final boolean pseudoHeader;

  ChecksumMatch(boolean messageOnly, boolean pseudoHeader) {
    this.messageOnly = messageOnly;
    this.pseudoHeader = pseudoHeader;
  }

  /** The match of a packet that was verified in both forms. */
  public static ChecksumMatch of(boolean messageOnly, boolean pseudoHeader) {
    if (messageOnly) {
      return pseudoHeader ? BOTH : MESSAGE_ONLY;
    }
    return pseudoHeader ? PSEUDO_HEADER : NEITHER;
  }

  /** Whether the checksum is right in that form. */
  public boolean satisfies(ChecksumForm form) {
    return switch (form) {
      case MESSAGE_ONLY -> messageOnly;
      case PSEUDO_HEADER -> pseudoHeader;
    };
  }
}
