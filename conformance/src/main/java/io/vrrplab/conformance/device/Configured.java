package io.vrrplab.conformance.device;

/** What a device makes of the settings that it is told. */
public sealed interface Configured {

  /** It runs by them, at once or as soon as it is started. */
  record Taken() implements Configured {}

  /**
   * It goes on as if it had been told nothing.
   *
   * @param why its own words
   */
  record Refused(String why) implements Configured {}
}
