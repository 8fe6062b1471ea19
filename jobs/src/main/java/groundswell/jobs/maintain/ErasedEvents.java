package groundswell.jobs.maintain;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import groundswell.schemas.EventType;
import groundswell.schemas.EventTypes;
import groundswell.schemas.PayloadField;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What becomes of events that name an erased member. An event in which the member acts, or that
 * means nothing without the member, goes; another member's event that only mentions the erased one
 * stays without the mention. Stage ingest does the same with files that it reads later.
 */
record ErasedEvents(String memberKey) {
  /** Columns of core.event that may hold a member's key. */
  static final List<String> KEYS = keys();

  /** True for events that name the member in any way. */
  Column named() {
    return any(KEYS.stream().map(this::isIn).toList());
  }

  /** True for events that go. */
  Column removed() {
    return any(KEYS.stream().map(key -> isIn(key).and(needs(key))).toList());
  }

  /** The events that stay, without the member. */
  Dataset<Row> left(Dataset<Row> events) {
    Column[] columns =
        List.of(events.columns()).stream()
            .map(name -> KEYS.contains(name) ? blanked(name) : col(name))
            .toArray(Column[]::new);
    return events.filter(not(removed())).select(columns);
  }

  private Column blanked(String key) {
    return when(not(isIn(key)), col(key)).as(key);
  }

  private Column isIn(String key) {
    Column equal = coalesce(col(key).equalTo(memberKey), lit(false));
    return key.equals(OBJECT_ID) ? equal.and(col(OBJECT_TYPE).equalTo("member")) : equal;
  }

  private static Column needs(String key) {
    Object[] types =
        EventTypes.all().stream().filter(type -> type.needs(key)).map(EventType::name).toArray();
    return col(EVENT_TYPE).isin(types);
  }

  private static Column any(List<Column> conditions) {
    return conditions.stream().reduce(lit(false), Column::or);
  }

  private static List<String> keys() {
    Set<String> keys = new LinkedHashSet<>(List.of(ACTOR_KEY, TARGET_KEY, OBJECT_ID));
    for (EventType type : EventTypes.all()) {
      type.fields().stream()
          .filter(PayloadField::isPersonal)
          .map(PayloadField::column)
          .forEach(keys::add);
    }
    return new ArrayList<>(keys);
  }
}
