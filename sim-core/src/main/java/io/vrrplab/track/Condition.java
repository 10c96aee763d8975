package io.vrrplab.track;

/** How something that is tracked is doing. */
public sealed interface Condition {

  /** No result is known yet, as right after a start. */
  record Unknown() implements Condition {}

  /** Good or bad: of scripts, links, processes and BFD sessions. */
  record Known(boolean good) implements Condition {}

  /** A number: what stands in a file. */
  record Level(int value) implements Condition {}
}
