package groundswell.jobs.facts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * One state of a member's ring and profile: what an event does not tell stays as it was.
 *
 * @param values ring, region, city, age band
 * @param to micros; null while it holds
 */
record MemberVersion(long from, int fromDay, Long to, List<String> values) {
  private static final String[] AT_FIRST = {RingHistory.DEFAULT_RING, "unknown", null, "unknown"};

  /**
   * From what was told, in any order; the first version begins with the first sight. Of several
   * events at one instant only the state after the last is a version.
   */
  static List<MemberVersion> of(Telling first, List<Telling> history) {
    List<Telling> told = new ArrayList<>(history);
    told.add(new Telling(first.micros, first.day, "", 0, null, null, null, null));
    Collections.sort(told);
    List<MemberVersion> versions = new ArrayList<>();
    String[] state = AT_FIRST.clone();
    for (int place = 0; place < told.size(); place++) {
      Telling telling = told.get(place);
      take(state, telling.values);
      boolean isLast = place == told.size() - 1 || told.get(place + 1).micros != telling.micros;
      if (isLast) {
        add(versions, telling, Collections.unmodifiableList(Arrays.asList(state.clone())));
      }
    }
    return versions;
  }

  private static void take(String[] state, String[] values) {
    for (int field = 0; field < state.length; field++) {
      state[field] = values[field] == null ? state[field] : values[field];
    }
  }

  private static void add(List<MemberVersion> versions, Telling telling, List<String> state) {
    int latest = versions.size() - 1;
    if (latest >= 0 && versions.get(latest).values.equals(state)) {
      return;
    }
    if (latest >= 0) {
      versions.set(latest, versions.get(latest).until(telling.micros));
    }
    versions.add(new MemberVersion(telling.micros, telling.day, null, state));
  }

  private MemberVersion until(long micros) {
    return new MemberVersion(from, fromDay, micros, values);
  }
}
