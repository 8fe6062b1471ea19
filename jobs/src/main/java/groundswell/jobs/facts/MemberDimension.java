package groundswell.jobs.facts;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Members with their stable dense numbers and the history of ring and profile. Grain: one row per
 * (community_id, member_number, valid_from_ts). Contract: {@code core.dim_member}.
 */
public final class MemberDimension {
  private static final String[] KEY = {COMMUNITY_ID, MEMBER_KEY};
  private static final String VERSION = "version";

  private MemberDimension() {}

  /**
   * Builds the dimension from all events of the communities; {@code known} is the dimension as
   * published: its numbers stay, new members are appended in the order of their first event. {@code
   * qualifying} says which acts make a member join.
   */
  static Dataset<Row> from(Dataset<Row> events, Dataset<Row> known, QualifyingTypes qualifying) {
    return ofLives(MemberLives.from(CountedEvents.from(events), qualifying), known);
  }

  /** Reads the lives twice: keep them. */
  static Dataset<Row> ofLives(Dataset<Row> lives, Dataset<Row> known) {
    Dataset<Row> numbers = numbers(lives, known);
    Dataset<Row> inviters =
        numbers.select(
            col(COMMUNITY_ID),
            col(MEMBER_KEY).as(INVITER_KEY),
            col(MEMBER_NUMBER).as(INVITER_NUMBER));
    return lives
        .join(numbers, KEY, "inner")
        .join(inviters, new String[] {COMMUNITY_ID, INVITER_KEY}, "left")
        .withColumn(VERSION, explode(col(MemberLives.VERSIONS)))
        .select(columns());
  }

  /**
   * Known numbers stay; the others follow them in the order of first sight. Where a known member
   * has no event left, after an erasure or a correction, all of the community are numbered anew: a
   * gap would be no index, and would tell that somebody is gone.
   */
  private static Dataset<Row> numbers(Dataset<Row> lives, Dataset<Row> known) {
    Dataset<Row> old =
        known.filter(col(IS_CURRENT)).select(COMMUNITY_ID, MEMBER_KEY, MEMBER_NUMBER);
    return lives
        .select(
            COMMUNITY_ID,
            MEMBER_KEY,
            MemberLives.FIRST_TS,
            MemberLives.FIRST_EVENT_ID,
            MemberLives.FIRST_ROLE)
        .join(old, KEY, "full")
        .select(
            col(COMMUNITY_ID),
            col(MEMBER_KEY),
            when(isAnyGone(), bySight()).otherwise(kept()).cast("int").as(MEMBER_NUMBER));
  }

  private static Column isAnyGone() {
    return bool_or(col(MemberLives.FIRST_TS).isNull()).over(Window.partitionBy(COMMUNITY_ID));
  }

  private static Column bySight() {
    return row_number().over(inOrder(col(MemberLives.FIRST_TS).isNull())).minus(1);
  }

  private static Column kept() {
    WindowSpec community = Window.partitionBy(COMMUNITY_ID);
    Column free = coalesce(max(MEMBER_NUMBER).over(community).plus(1), lit(0));
    Column knownMembers = count(MEMBER_NUMBER).over(community);
    Column place = row_number().over(inOrder(col(MEMBER_NUMBER).isNull(), col(MEMBER_NUMBER)));
    return coalesce(col(MEMBER_NUMBER), free.plus(place).minus(knownMembers).minus(1));
  }

  /** By these columns, then in the order of first sight. */
  private static WindowSpec inOrder(Column... first) {
    List<Column> order = new ArrayList<>(List.of(first));
    order.add(col(MemberLives.FIRST_TS));
    order.add(col(MemberLives.FIRST_EVENT_ID));
    order.add(col(MemberLives.FIRST_ROLE));
    return Window.partitionBy(COMMUNITY_ID).orderBy(order.toArray(Column[]::new));
  }

  private static Column[] columns() {
    return new Column[] {
      col(COMMUNITY_ID),
      col(MEMBER_NUMBER),
      col(MEMBER_KEY),
      timestamp_micros(col(VERSION + "." + VALID_FROM_TS)).as(VALID_FROM_TS),
      date_from_unix_date(col(VERSION + "." + VALID_FROM_DATE)).as(VALID_FROM_DATE),
      timestamp_micros(col(VERSION + "." + VALID_TO_TS)).as(VALID_TO_TS),
      col(VERSION + "." + VALID_TO_TS).isNull().as(IS_CURRENT),
      col(ACTOR_KIND),
      col(VERSION + "." + RING).as(RING),
      col(VERSION + "." + REGION).as(REGION),
      col(VERSION + "." + CITY).as(CITY),
      col(VERSION + "." + AGE_BAND).as(AGE_BAND),
      col(ENTRY_CHANNEL),
      col(HOME_CHANNEL),
      col(INVITER_NUMBER),
      timestamp_micros(col(JOINED_TS)).as(JOINED_TS),
      date_from_unix_date(col(JOINED_DATE)).as(JOINED_DATE),
      timestamp_micros(col(LEFT_TS)).as(LEFT_TS),
      date_from_unix_date(col(LEFT_DATE)).as(LEFT_DATE)
    };
  }
}
