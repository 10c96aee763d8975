package io.vrrplab.scenario.spec;

/** How a node's daemon learns of changes of a link, where it is not told at once. */
public sealed interface LinkSenseSpec {

  /** The segment to which the link leads. */
  String segment();

  /**
   * It waits until a change has lasted.
   *
   * @param downNanos for the loss of the link, nanoseconds
   * @param upNanos for its return, nanoseconds
   */
  record WaitedOut(String segment, long downNanos, long upNanos) implements LinkSenseSpec {}

  /** It looks once a second. */
  record Polled(String segment) implements LinkSenseSpec {}
}
