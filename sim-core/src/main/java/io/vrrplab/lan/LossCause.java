package io.vrrplab.lan;

/** Why a frame did not arrive. */
public enum LossCause {
  RANDOM("random loss of the link"),
  IMPAIRMENT("impaired link"),
  DROPPED_ADVERT("advert dropped"),
  PARTITION("partition"),
  UNPLUGGED("link went down on the way"),
  PAUSED("machine stands still"),
  QUEUE_FULL("queue of the link is full"),
  FORWARD_DELAY("forward delay of the switch: the port came up and does not forward yet"),
  SOURCE_GUARD("source guard of the switch: the sender may not use this address"),
  MULTICAST_BLOCKED("multicast blocked");

  private final String phrase;

  LossCause(String phrase) {
    this.phrase = phrase;
  }

  /** The cause in words, as a capture's comment gives it. */
  public String phrase() {
    return phrase;
  }
}
