package groundswell.jobs.ingest;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Words for a name that the vocabulary does not have, with the nearest that it has. */
final class Unknown {
  private static final int FAR = 4;

  private Unknown() {}

  static String word(String what, String given, Collection<String> known) {
    return "unknown %s '%s' (known: %s)%s"
        .formatted(
            what,
            given,
            String.join(", ", known),
            nearest(given, known).map(word -> "\n  maybe '%s'".formatted(word)).orElse(""));
  }

  private static Optional<String> nearest(String given, Collection<String> known) {
    LevenshteinDistance distance = new LevenshteinDistance(FAR);
    String lower = given.toLowerCase(Locale.ROOT);
    String best = null;
    int least = FAR;
    for (String word : known) {
      int edits = distance.apply(lower, word.toLowerCase(Locale.ROOT));
      if (edits >= 0 && edits < least) {
        least = edits;
        best = word;
      }
    }
    return Optional.ofNullable(best);
  }
}
