package io.vrrplab.scenario.read;

/** Ends the reading of a file in which nothing further can be looked at. */
final class UnreadableFile extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Place place;

  UnreadableFile(Place place, String message) {
    super(message);
    this.place = place;
  }

  Place place() {
    return place;
  }

  /** The message, which is always there. */
  String reason() {
    return String.valueOf(getMessage());
  }
}
