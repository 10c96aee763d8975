package io.vrrplab.scenario.read;

import io.vrrplab.scenario.spec.Limits;

/**
 * Which values a key takes.
 *
 * @param unit how they are written
 * @param limits in the unit they are counted in
 * @param words the limits as they are written in a file
 */
record Range(Unit unit, Limits limits, String words) {

  private static final double MICROSECOND = 1e3;
  private static final double SECOND = 1e9;
  private static final double LONGEST = 1000 * 3600 * SECOND;

  /** Any duration; the longest one is far from where nanoseconds overflow. */
  static final Range TIME = duration(0, LONGEST, 1, "0s–1000h");

  /** How long one waits for a sign of life that comes five times as often. */
  static final Range PATIENCE = duration(SECOND / 10, LONGEST, 1, "100ms–1000h");

  /** How long something is remembered; what is forgotten at once was never known. */
  static final Range MEMORY = duration(SECOND, LONGEST, 1, "1s–1000h");

  /** Time from one packet to the next; without a floor a flow would never let time go on. */
  static final Range PACE = duration(MICROSECOND, LONGEST, 1, "1us–1000h");

  /** Advertisement_Interval of version 2 has eight bits (RFC 3768 5.3.7). */
  static final Range VERSION_2_INTERVAL =
      duration(
          SECOND, 255 * SECOND, SECOND, "1s–255s in whole seconds, all that version 2 can say");

  /** Max Advertise Interval of version 3 has twelve bits of centiseconds (RFC 9568 5.2.7). */
  static final Range VERSION_3_INTERVAL =
      duration(
          SECOND / 100,
          40.95 * SECOND,
          SECOND / 100,
          "10ms–40.95s in steps of 10ms, all that version 3 can say");

  static final Range SHARE = new Range(Unit.PERCENT, new Limits(0, 100, 0), "0%–100%");
  static final Range RATE = new Range(Unit.RATE, new Limits(1e3, 1e15, 1), "1kbps–1000000Gbps");
  static final Range PRIORITY =
      new Range(
          Unit.NUMBER,
          new Limits(1, 254, 1),
          "1–254; 255 is for the owner of the virtual addresses (RFC 9568 6.1)");

  /** Of keepalived, which takes any node for the owner that is given 255. */
  static final Range PRIORITY_OR_OWNER = new Range(Unit.NUMBER, new Limits(1, 255, 1), "1–255");

  static final Range COUNT = new Range(Unit.NUMBER, new Limits(1, 1e9, 1), "1–1000000000");

  /** What an Ethernet frame of 1500 octets carries after the headers of IPv4 and UDP or ICMP. */
  static final Range PAYLOAD = new Range(Unit.NUMBER, new Limits(0, 1472, 1), "0–1472");

  /** How many silent intervals a Backup of keepalived can be told to bear. */
  static final Range SILENT_INTERVALS = whole(1, 100);

  static final Range REPEATS = whole(1, 255);
  static final Range OCTET = whole(0, 255);
  static final Range SMALL = whole(1, 1000);
  static final Range WEIGHT = whole(-254, 254);
  static final Range FILE_VALUE = whole(-1_000_000, 1_000_000);
  static final Range PROCESSES = whole(0, 65_535);

  private static Range whole(int min, int max) {
    return new Range(Unit.NUMBER, new Limits(min, max, 1), min + "–" + max);
  }

  private static Range duration(double min, double max, double step, String words) {
    return new Range(Unit.DURATION, new Limits(min, max, step), words);
  }
}
