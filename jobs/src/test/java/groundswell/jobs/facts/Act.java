package groundswell.jobs.facts;

import static groundswell.jobs.facts.NumberedEvents.ACTOR_NUMBER;
import static groundswell.jobs.facts.NumberedEvents.ACTOR_RING;
import static groundswell.schemas.Columns.*;

import groundswell.jobs.SparkCase;
import groundswell.jobs.tables.ContractTypes;
import groundswell.schemas.Contracts;
import groundswell.schemas.Table;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * One numbered event for a test, in one line: {@code act("reply_created", 7).with(THREAD_ID, "t")}.
 * What the test does not say is: community {@code club}, channel forum, a user, noon on 2 March
 * 2026 (a Monday), ids e1, e2, … in the order of the table, stored by day.
 */
final class Act extends SparkCase {
  static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final Map<String, Object> values = new HashMap<>();

  private Act() {}

  /** An event of a type by a member; null for nobody. */
  static Act act(String eventType, Integer member) {
    Act act = new Act();
    act.values.put(EVENT_TYPE, eventType);
    act.values.put(ACTOR_NUMBER, member);
    return act.with(COMMUNITY_ID, "club").with(CHANNEL, "forum").with(ACTOR_KIND, "user").at(0);
  }

  /** The same, some seconds after noon. */
  Act at(long seconds) {
    Instant instant = NOON.plusSeconds(seconds);
    Date date = Date.valueOf(instant.atZone(ZoneOffset.UTC).toLocalDate());
    return with(EVENT_TS, Timestamp.from(instant)).with(EVENT_DATE, date).with(PERIOD, date);
  }

  Act with(String column, Object value) {
    values.put(column, value);
    return this;
  }

  static Dataset<Row> events(Act... acts) {
    StructType schema =
        ContractTypes.structType(Contracts.of(Table.CORE_EVENT))
            .add(ACTOR_NUMBER, "int")
            .add(TARGET_NUMBER, "int")
            .add("inviter_number", "int")
            .add(REFERRER_NUMBER, "int")
            .add(ACTOR_RING, "string");
    List<Row> rows = new ArrayList<>();
    for (Act act : acts) {
      act.values.putIfAbsent(EVENT_ID, "e" + (rows.size() + 1));
      rows.add(act.row(schema));
    }
    return spark().createDataFrame(rows, schema);
  }

  private Row row(StructType schema) {
    requireKnown(schema);
    return RowFactory.create(
        Arrays.stream(schema.fieldNames()).map(values::get).toArray(Object[]::new));
  }

  private void requireKnown(StructType schema) {
    List<String> known = Arrays.asList(schema.fieldNames());
    for (String column : values.keySet()) {
      if (!known.contains(column)) {
        throw new IllegalArgumentException("core.event has no column '" + column + "'");
      }
    }
  }

  /** Amount of money as tables hold it. */
  static BigDecimal money(String amount) {
    return new BigDecimal(amount).setScale(4);
  }

  /** Instant as tables hold it, some seconds after noon. */
  static Timestamp instant(long seconds) {
    return Timestamp.from(NOON.plusSeconds(seconds));
  }

  static Date date(String day) {
    return Date.valueOf(LocalDate.parse(day));
  }

  /** A community whose members adopt by some events, stored by day. */
  static Dataset<Row> communities(String adoptionEventTypes, String adoptionCategory) {
    return table(
        Table.CORE_DIM_COMMUNITY,
        List.of(
            COMMUNITY_ID,
            ZONE,
            STORAGE_PERIOD,
            ADOPTION_EVENT_TYPES,
            ADOPTION_SKU_CATEGORY,
            EDGE_HALF_LIFE_DAYS),
        SparkCase.row("club", "UTC", "day", adoptionEventTypes, adoptionCategory, 28));
  }
}
