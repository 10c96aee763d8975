package io.vrrplab.lan;

/**
 * How a cable treats frames, each direction by itself.
 *
 * @param latencyNanos from one end to the other, nanoseconds, at least 0
 * @param jitterNanos most that a frame may take longer, drawn evenly; frames never overtake
 * @param bitsPerSecond bandwidth; 0 means that a frame takes no time to be written
 * @param loss probability that a frame is lost, 0 to 1
 */
public record LinkProperties(long latencyNanos, long jitterNanos, long bitsPerSecond, double loss) {

  /** 50 µs, as between two machines on a quiet switch; no jitter, no bound, no loss. */
  public static final LinkProperties DEFAULT = new LinkProperties(50_000, 0, 0, 0);

  public LinkProperties {
    if (latencyNanos < 0 || jitterNanos < 0 || bitsPerSecond < 0 || !(loss >= 0 && loss <= 1)) {
      throw new IllegalArgumentException(
          "no cable is like this: "
              + latencyNanos
              + " ns, "
              + jitterNanos
              + " ns, "
              + bitsPerSecond
              + " bit/s, loss "
              + loss);
    }
  }
}
