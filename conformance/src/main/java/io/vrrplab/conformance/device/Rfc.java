package io.vrrplab.conformance.device;

import io.vrrplab.wire.ChecksumForm;

/** The document that a device claims to obey. Where they differ, a case goes by this. */
public enum Rfc {
  /** Version 2, IPv4 only. */
  RFC3768("RFC 3768", 2, ChecksumForm.MESSAGE_ONLY),
  /** Version 3; its checksum over IPv4 covers a pseudo-header, as it is deployed. */
  RFC5798("RFC 5798", 3, ChecksumForm.PSEUDO_HEADER),
  /** Version 3, as corrected by its verified errata. */
  RFC9568("RFC 9568", 3, ChecksumForm.MESSAGE_ONLY);

  private final String title;
  private final int version;
  private final ChecksumForm ipv4Checksum;

  Rfc(String title, int version, ChecksumForm ipv4Checksum) {
    this.title = title;
    this.version = version;
    this.ipv4Checksum = ipv4Checksum;
  }

  /** The name that people write, such as {@code RFC 9568}. */
  public String title() {
    return title;
  }

  /** The number alone, such as {@code 9568}. */
  public String number() {
    return title.substring("RFC ".length());
  }

  /** The protocol version it defines, 2 or 3. */
  public int version() {
    return version;
  }

  /** What the checksum of an IPv4 advert covers. */
  public ChecksumForm ipv4Checksum() {
    return ipv4Checksum;
  }
}
