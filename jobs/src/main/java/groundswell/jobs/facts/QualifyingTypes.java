package groundswell.jobs.facts;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import groundswell.schemas.ActivityTypes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/**
 * Which events make their actor active, as each community says. Written into the plan as plain
 * lists: one for all communities where they agree.
 *
 * @param communities those that share a list, by the list as {@code core.dim_community} writes it
 */
record QualifyingTypes(Map<String, Set<String>> communities) {
  private static final String DEFAULT = String.join(",", ActivityTypes.DEFAULT);

  /** From rows of {@code core.dim_community}; a row older than the column means the default. */
  static QualifyingTypes of(List<Row> dimCommunity) {
    Map<String, Set<String>> communities = new TreeMap<>();
    for (Row row : dimCommunity) {
      String types = row.getAs(ACTIVITY_EVENT_TYPES);
      communities
          .computeIfAbsent(types == null ? DEFAULT : types, list -> new TreeSet<>())
          .add(row.getAs(COMMUNITY_ID));
    }
    return new QualifyingTypes(communities);
  }

  /** Whether the event of a row qualifies. */
  Column condition() {
    if (communities.size() == 1) {
      return isOneOf(communities.keySet().iterator().next());
    }
    Column qualifies = isOneOf(DEFAULT);
    for (var shared : communities.entrySet()) {
      if (!shared.getKey().equals(DEFAULT)) {
        Column theirs = col(COMMUNITY_ID).isin(shared.getValue().toArray());
        qualifies = when(theirs, isOneOf(shared.getKey())).otherwise(qualifies);
      }
    }
    return qualifies;
  }

  private static Column isOneOf(String types) {
    return col(EVENT_TYPE).isin((Object[]) types.split(",", -1));
  }
}
