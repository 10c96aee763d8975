package io.vrrplab.track;

import io.vrrplab.track.Tracked.Script;

/**
 * How a script has been doing, as keepalived counts it: a score from 0 to rise + fall - 1, good
 * from rise on. Before the first result one success is enough and one failure is final.
 *
 * @param score where the count stands
 * @param known whether there was a result yet
 */
public record ScriptHealth(int score, boolean known) {

  /** Before the first result. */
  public static ScriptHealth before(Script script) {
    return new ScriptHealth(script.rise() - 1, false);
  }

  /** After one more result. */
  public ScriptHealth after(Script script, boolean success) {
    if (success) {
      boolean almost = score >= script.rise() - 1;
      return new ScriptHealth(almost ? script.rise() + script.fall() - 1 : score + 1, true);
    }
    return new ScriptHealth(score > script.rise() ? score - 1 : 0, true);
  }

  /** What this says of the script. */
  public Condition condition(Script script) {
    return known ? new Condition.Known(score >= script.rise()) : new Condition.Unknown();
  }
}
