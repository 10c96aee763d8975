package io.vrrplab.lan;

/** Decides about each frame that enters one direction of a cable. */
@FunctionalInterface
public interface FrameFilter {

  /**
   * Whether the frame is to be dropped.
   *
   * @return true to drop it
   */
  boolean drops(Transmission transmission);
}
