package io.vrrplab;

/**
 * Why no test shows a requirement to be met.
 *
 * @param status what is claimed instead
 * @param reason why, in a sentence
 */
record Excuse(Status status, String reason) {

  /** What may be said of a requirement without a test. */
  enum Status {
    /** It asks nothing of a router on an Ethernet segment, or of what it does not offer. */
    NOT_APPLICABLE("not applicable"),
    /** It asks for something that is not there yet. */
    NOT_IMPLEMENTED("not implemented");

    private final String words;

    Status(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }

    static Status of(String words) {
      for (Status status : values()) {
        if (status.words.equals(words)) {
          return status;
        }
      }
      throw new IllegalArgumentException("no status " + words);
    }
  }
}
