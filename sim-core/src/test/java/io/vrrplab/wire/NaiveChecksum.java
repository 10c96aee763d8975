package io.vrrplab.wire;

import java.math.BigInteger;

/**
 * The Internet checksum by another route than the codecs take: the octets are one large number, and
 * ones' complement addition is arithmetic modulo 65535.
 */
final class NaiveChecksum {

  private static final BigInteger MODULUS = BigInteger.valueOf(0xffff);

  private NaiveChecksum() {}

  /** What to store so that octets given in hex, their checksum field 0, add up. */
  static int of(String hex) {
    String even = hex.length() % 4 == 0 ? hex : hex + "00";
    BigInteger number = new BigInteger("0" + even, 16);
    int rest = number.mod(MODULUS).intValue();
    boolean onesComplementZero = rest == 0 && number.signum() != 0;
    return 0xffff - (onesComplementZero ? 0xffff : rest);
  }
}
