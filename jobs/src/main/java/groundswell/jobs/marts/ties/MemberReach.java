package groundswell.jobs.marts.ties;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import groundswell.jobs.fold.Fold;
import groundswell.jobs.marts.measure.Audience;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How far each member's word carries, and how close the member stands. Grain: one row per
 * (community_id, member_number), as of the latest week with an interaction. Contract: {@code
 * contracts/mart.member_reach.odcs.yaml}.
 */
public final class MemberReach {
  private static final String FIRST_AUTHOR = "first_author";

  private MemberReach() {}

  /** Builds the mart; all that is known of a community goes through one pass, in one order. */
  static Dataset<Row> from(ReachSources sources) {
    Dataset<Row> asOf = sources.edges().groupBy(COMMUNITY_ID).agg(max(WEEK_DATE).as(AS_OF_WEEK));
    Column isInTime =
        not(col(ReachFact.WHAT).equalTo(ReachFact.DAY))
            .or(col(FROM_DATE).geq(date_sub(col(AS_OF_WEEK), ReachFact.EARLIER_DAYS)));
    Dataset<Row> memberByMember =
        members(sources.members())
            .unionByName(ties(sources.ties()), true)
            .unionByName(answers(sources.edges()), true)
            .unionByName(cascades(sources.posts().filter(Audience.canSpread())), true)
            .unionByName(days(sources.activity()), true)
            .unionByName(states(sources.tieStates()), true)
            .join(broadcast(asOf), COMMUNITY_ID)
            .filter(isInTime)
            .select(ReachFact.columns())
            .repartition(col(COMMUNITY_ID))
            .sortWithinPartitions(ReachFact.inOrder());
    return Fold.partitions(memberByMember, ReachRows.SCHEMA, ReachCommunities::new);
  }

  private static Dataset<Row> members(Dataset<Row> dimMember) {
    return dimMember
        .filter(col(IS_CURRENT))
        .select(
            col(COMMUNITY_ID),
            lit(ReachFact.MEMBER).as(ReachFact.WHAT),
            col(MEMBER_NUMBER),
            col(RING).as(ReachFact.NAME),
            col(ACTOR_KIND),
            col(JOINED_DATE).as(FROM_DATE),
            col(LEFT_DATE).as(TO_DATE));
  }

  private static Dataset<Row> ties(Dataset<Row> ties) {
    return ties.filter(not(col(TIE_CLASS).equalTo("none")))
        .select(
            col(COMMUNITY_ID),
            lit(ReachFact.TIE).as(ReachFact.WHAT),
            col(LOW_NUMBER).as(MEMBER_NUMBER),
            col(HIGH_NUMBER).as(ReachFact.OTHER),
            col(TIE_CLASS).as(ReachFact.NAME),
            col(WEIGHT_LOW_TO_HIGH),
            col(WEIGHT_HIGH_TO_LOW));
  }

  /** Who took a member's word up, and whom the member addressed, as {@link Audience} has it. */
  private static Dataset<Row> answers(Dataset<Row> edges) {
    Column answers = col(REPLIES).plus(col(COMMENTS));
    Column takenUp =
        answers.plus(col(ACCEPTS)).plus(col(REPOSTS)).plus(col(SHARES)).plus(col(REACTIONS));
    Column addressed = answers.plus(col(MENTIONS)).plus(col(MESSAGES)).plus(col(MEETS));
    return reached(edges.filter(takenUp.gt(0)), TARGET_NUMBER, SOURCE_NUMBER)
        .union(reached(edges.filter(addressed.gt(0)), SOURCE_NUMBER, TARGET_NUMBER));
  }

  private static Dataset<Row> reached(Dataset<Row> edges, String author, String other) {
    return edges.select(
        col(COMMUNITY_ID),
        lit(ReachFact.REACHED).as(ReachFact.WHAT),
        col(author).as(MEMBER_NUMBER),
        col(other).as(ReachFact.OTHER));
  }

  /** First posts, what passed them on, and whom they so reached. */
  private static Dataset<Row> cascades(Dataset<Row> posts) {
    Column isFirst = col(POST_ID).equalTo(col(ROOT_ID));
    Dataset<Row> firsts =
        posts
            .filter(isFirst.and(col(AUTHOR_NUMBER).isNotNull()))
            .select(col(COMMUNITY_ID), col(ROOT_ID), col(AUTHOR_NUMBER).as(FIRST_AUTHOR));
    Column[] told = {
      col(COMMUNITY_ID),
      col(ReachFact.WHAT),
      col(FIRST_AUTHOR).as(MEMBER_NUMBER),
      col(AUTHOR_NUMBER).as(ReachFact.OTHER)
    };
    Column both = explode(array(lit(ReachFact.PASSED_ON), lit(ReachFact.REACHED)));
    return posts
        .filter(not(isFirst))
        .select(COMMUNITY_ID, ROOT_ID, AUTHOR_NUMBER)
        .join(firsts, new String[] {COMMUNITY_ID, ROOT_ID})
        .withColumn(ReachFact.WHAT, both)
        .select(told)
        .union(
            firsts
                .withColumn(AUTHOR_NUMBER, lit(null).cast("int"))
                .withColumn(ReachFact.WHAT, lit(ReachFact.FIRST_POST))
                .select(told));
  }

  private static Dataset<Row> days(Dataset<Row> activity) {
    return activity.select(
        col(COMMUNITY_ID),
        lit(ReachFact.DAY).as(ReachFact.WHAT),
        col(MEMBER_NUMBER),
        col(EVENT_DATE).as(FROM_DATE));
  }

  private static Dataset<Row> states(Dataset<Row> tieStates) {
    return tieStates.select(
        col(COMMUNITY_ID),
        lit(ReachFact.STATE).as(ReachFact.WHAT),
        col(MEMBER_NUMBER),
        col(TIE_STATE).as(ReachFact.NAME),
        col(FROM_DATE),
        col(TO_DATE));
  }
}
