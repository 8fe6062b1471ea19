package groundswell.schemas;

import java.util.Collection;

/** Guesses which known word a mistyped one was meant to be, by the fewest edited letters. */
final class Nearest {
  private Nearest() {}

  /** An advice line that begins "maybe", or nothing when no word is near. */
  static String hint(String word, Collection<String> known) {
    String best = null;
    int bestDistance = Math.max(2, word.length() / 3) + 1;
    for (String candidate : known) {
      int distance = distance(word, candidate);
      if (distance < bestDistance) {
        bestDistance = distance;
        best = candidate;
      }
    }
    return best == null ? "" : "\n  maybe '" + best + "'";
  }

  private static int distance(String from, String to) {
    int[] above = new int[to.length() + 1];
    for (int column = 0; column <= to.length(); column++) {
      above[column] = column;
    }
    for (int row = 1; row <= from.length(); row++) {
      int[] current = new int[to.length() + 1];
      current[0] = row;
      for (int column = 1; column <= to.length(); column++) {
        int swap = from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1;
        int edit = Math.min(above[column], current[column - 1]) + 1;
        current[column] = Math.min(edit, above[column - 1] + swap);
      }
      above = current;
    }
    return above[to.length()];
  }
}
