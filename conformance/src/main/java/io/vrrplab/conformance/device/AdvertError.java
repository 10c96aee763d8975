package io.vrrplab.conformance.device;

/** What devices count refused adverts under, after the statistics of RFC 2787 and RFC 6527. */
public enum AdvertError {
  TTL("TTL or hop limit"),
  VERSION("version"),
  TYPE("type"),
  LENGTH("length"),
  CHECKSUM("checksum"),
  VRID("VRID"),
  AUTHENTICATION("authentication type"),
  INTERVAL("interval"),
  ADDRESS_LIST("address list");

  private final String words;

  AdvertError(String words) {
    this.words = words;
  }

  /** The part of an advert that is wrong. */
  public String words() {
    return words;
  }
}
