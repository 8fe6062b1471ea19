package groundswell.generate.output;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/** Counts of what was written; added up in the order of the blocks. */
final class Tally implements Serializable {
  private final TreeMap<String, Long> counts = new TreeMap<>();

  void add(String key) {
    counts.merge(key, 1L, Long::sum);
  }

  void add(String key, long count) {
    if (count > 0) {
      counts.merge(key, count, Long::sum);
    }
  }

  void addAll(Tally other) {
    other.counts.forEach((key, count) -> counts.merge(key, count, Long::sum));
  }

  long count(String key) {
    return counts.getOrDefault(key, 0L);
  }

  /** Counts whose key begins with a prefix, by the rest of the key. */
  Map<String, Long> under(String prefix) {
    Map<String, Long> found = new TreeMap<>();
    counts.forEach(
        (key, count) -> {
          if (key.startsWith(prefix)) {
            found.put(key.substring(prefix.length()), count);
          }
        });
    return found;
  }

  long sum(String prefix) {
    return under(prefix).values().stream().mapToLong(Long::longValue).sum();
  }
}
