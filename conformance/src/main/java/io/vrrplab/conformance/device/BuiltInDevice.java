package io.vrrplab.conformance.device;

import io.vrrplab.vrrp.KeepalivedVersion;
import io.vrrplab.vrrp.Profile;
import java.util.List;
import java.util.Optional;

/**
 * A device that needs no cable: the engine under the rules of a document, or as a daemon behaves.
 *
 * @param name what people write after {@code --dut}
 * @param version of the daemon that it behaves like; empty for the engine itself
 * @param implementation its rules
 * @param resolutionNanos the resolution of its timers; 0 where they are exact
 * @param claims the documents that it claims to obey, and is judged by unless told otherwise
 * @param rereads whether it takes new settings by reading its whole configuration again, as
 *     keepalived at SIGHUP, and not one by one
 */
public record BuiltInDevice(
    String name,
    String version,
    Profile implementation,
    long resolutionNanos,
    List<Rfc> claims,
    boolean rereads) {

  private static final long MICROSECOND_NANOS = 1_000;
  private static final long CENTISECOND_NANOS = 10_000_000;

  private static final List<BuiltInDevice> ALL =
      List.of(
          engine(Profile.RFC3768, Rfc.RFC3768),
          engine(Profile.RFC5798, Rfc.RFC5798),
          engine(Profile.RFC9568, Rfc.RFC9568),
          new BuiltInDevice(
              "keepalived-profile",
              KeepalivedVersion.DEFAULT.text(),
              Profile.keepalived(KeepalivedVersion.DEFAULT),
              MICROSECOND_NANOS,
              List.of(Rfc.RFC3768, Rfc.RFC5798),
              true),
          new BuiltInDevice(
              "frr-profile",
              "10.8",
              Profile.FRR,
              CENTISECOND_NANOS,
              List.of(Rfc.RFC3768, Rfc.RFC5798),
              false));

  public BuiltInDevice {
    claims = List.copyOf(claims);
  }

  private static BuiltInDevice engine(Profile implementation, Rfc rfc) {
    return new BuiltInDevice(implementation.name(), "", implementation, 0, List.of(rfc), false);
  }

  /** All of them, the engines of the documents first. */
  public static List<BuiltInDevice> all() {
    return ALL;
  }

  /** The one of a name. */
  public static Optional<BuiltInDevice> named(String name) {
    return ALL.stream().filter(each -> each.name.equals(name)).findFirst();
  }

  /** The engine under the rules of a document. */
  public static BuiltInDevice of(Rfc rfc) {
    return switch (rfc) {
      case RFC3768 -> ALL.get(0);
      case RFC5798 -> ALL.get(1);
      case RFC9568 -> ALL.get(2);
    };
  }

  /** Whether it behaves like a daemon that people run, and not like a document. */
  boolean isDaemon() {
    return !version.isEmpty();
  }

  /** Whether it speaks the protocol version of a document at all. */
  public boolean speaks(Rfc rfc) {
    return implementation.lowestVersion() <= rfc.version()
        && rfc.version() <= implementation.highestVersion();
  }

  /**
   * A fresh one.
   *
   * @param rfc the document to judge it by
   * @param seed what it draws from
   * @throws IllegalArgumentException if it does not speak that document's version
   */
  public SimulatedDevice under(Rfc rfc, long seed) {
    if (!speaks(rfc)) {
      throw new IllegalArgumentException(name + " does not speak version " + rfc.version());
    }
    return SimulatedDevice.of(this, rfc, seed);
  }
}
