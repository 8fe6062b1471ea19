package groundswell.jobs.facts;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import scala.Tuple3;

/**
 * What the whole log says about each member. Grain: one row per (community_id, member_key). Source:
 * events that count. Each task condenses its events to lives first: lives are shuffled, events not.
 */
final class MemberLives {
  static final String FIRST_TS = "first_ts";
  static final String FIRST_EVENT_ID = "first_event_id";
  static final String FIRST_ROLE = "first_role";
  static final String VERSIONS = "versions";

  private static final StructType SCHEMA =
      StructType.fromDDL(
          """
          community_id STRING, member_key STRING, first_ts BIGINT, first_event_id STRING, \
          first_role INT, actor_kind STRING, entry_channel STRING, home_channel STRING, \
          inviter_key STRING, joined_ts BIGINT, joined_date INT, left_ts BIGINT, left_date INT, \
          versions ARRAY<STRUCT<valid_from_ts: BIGINT, valid_from_date: INT, valid_to_ts: BIGINT, \
          ring: STRING, region: STRING, city: STRING, age_band: STRING>>""");

  private static final Encoder<Tuple3<String, String, MemberLife>> LIFE =
      Encoders.tuple(Encoders.STRING(), Encoders.STRING(), Encoders.kryo(MemberLife.class));

  private MemberLives() {}

  static Dataset<Row> from(Dataset<Row> countedEvents, QualifyingTypes qualifying) {
    MapPartitionsFunction<Row, Tuple3<String, String, MemberLife>> condense = CondensedLives::new;
    MapPartitionsFunction<Tuple3<String, String, MemberLife>, Row> unite = MemberLives::united;
    return countedEvents
        .select(MemberEvent.columns(qualifying))
        .mapPartitions(condense, LIFE)
        .repartition(col("_2"), col("_1"))
        .mapPartitions(unite, Encoders.row(SCHEMA));
  }

  private static Iterator<Row> united(Iterator<Tuple3<String, String, MemberLife>> parts) {
    Map<List<String>, MemberLife> lives = new LinkedHashMap<>();
    while (parts.hasNext()) {
      MemberLife part = parts.next()._3();
      lives.merge(List.of(part.communityId, part.key), part, MemberLife::unite);
    }
    return lives.values().stream().map(MemberLives::row).iterator();
  }

  private static Row row(MemberLife life) {
    return RowFactory.create(
        life.communityId,
        life.key,
        life.first.micros,
        life.first.eventId,
        life.first.role,
        life.kind(),
        life.entryChannel(),
        life.homeChannel(),
        life.inviter(),
        life.joined(),
        life.joinedDay(),
        life.left(),
        life.leftDay(),
        life.versions().stream().map(MemberLives::row).toArray(Row[]::new));
  }

  private static Row row(MemberVersion version) {
    List<String> values = version.values();
    return RowFactory.create(
        version.from(),
        version.fromDay(),
        version.to(),
        values.get(0),
        values.get(1),
        values.get(2),
        values.get(3));
  }
}
