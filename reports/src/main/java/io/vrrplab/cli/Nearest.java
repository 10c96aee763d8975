package io.vrrplab.cli;

import java.util.Collection;
import java.util.Optional;

/** Finds the known word that somebody probably meant. */
final class Nearest {

  /** A third of the letters may be wrong: enough for a slip, too little for a guess. */
  private static final int LETTERS_PER_SLIP = 3;

  private Nearest() {}

  /** Gives the first of the nearest words, if any is near enough. */
  static Optional<String> of(String word, Collection<String> known) {
    int allowed = Math.max(1, word.length() / LETTERS_PER_SLIP);
    String nearest = null;
    int least = allowed + 1;
    for (String candidate : known) {
      int distance = distance(word, candidate);
      if (distance < least) {
        least = distance;
        nearest = candidate;
      }
    }
    return Optional.ofNullable(nearest);
  }

  /** Gives {@code ; did you mean …?}, or nothing where no word is near. */
  static String hint(String word, Collection<String> known) {
    return of(word, known).map(it -> "; did you mean " + it + "?").orElse("");
  }

  /**
   * Counts the letters to add, drop, replace or swap with a neighbour (optimal string alignment).
   */
  private static int distance(String left, String right) {
    int[][] cost = new int[left.length() + 1][right.length() + 1];
    for (int i = 0; i <= left.length(); i++) {
      for (int j = 0; j <= right.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, left, right, i, j);
      }
    }
    return cost[left.length()][right.length()];
  }

  private static int cheapest(int[][] cost, String left, String right, int i, int j) {
    int replace = cost[i - 1][j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replace, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
    boolean swapped =
        i > 1
            && j > 1
            && left.charAt(i - 1) == right.charAt(j - 2)
            && left.charAt(i - 2) == right.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
