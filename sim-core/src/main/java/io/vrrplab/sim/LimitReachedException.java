package io.vrrplab.sim;

/** A run came to one of its {@link Limits}. The message names the bound, the time and the seed. */
public final class LimitReachedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LimitReachedException(String message) {
    super(message);
  }
}
