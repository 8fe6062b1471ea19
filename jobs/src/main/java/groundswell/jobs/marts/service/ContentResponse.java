package groundswell.jobs.marts.service;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import groundswell.jobs.marts.measure.Share;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How threads and tickets were answered, and what staff did. Grain: one row per (community_id,
 * event_date, channel, topic). Contract: {@code contracts/mart.content_response.odcs.yaml}.
 */
public final class ContentResponse {
  private static final Object[] THREAD_TYPES = {"thread_created", "service_ticket_opened"};
  private static final Object[] ANSWER_TYPES = {
    "reply_created", "feed_commented", "service_replied"
  };

  private static final String IS_STAFF = "is_staff";
  private static final String THREAD = "thread";
  private static final String ANSWERS = "answers";
  private static final String WAIT = "wait";
  private static final String WAITS = "waits";

  private ContentResponse() {}

  /** Builds the mart from {@code fact_post}; reads nothing else. */
  public static Dataset<Row> from(Dataset<Row> posts) {
    Dataset<Row> counted = countedPosts(posts);
    return answeredThreads(counted)
        .unionByName(staffWork(counted), true)
        .groupBy(COMMUNITY_ID, EVENT_DATE, CHANNEL, TOPIC)
        .agg(
            total(THREADS),
            total(UNANSWERED),
            total(RESPONSES),
            total(STAFF_RESPONSES),
            total(ESSENCE_THREADS),
            total(SERVICE_POSTS),
            total(CONTENT_POSTS),
            sort_array(collect_list(WAIT)).as(WAITS))
        .select(columns());
  }

  private static Dataset<Row> countedPosts(Dataset<Row> posts) {
    return posts
        .filter(not(col(IS_REMOVED)).and(col(AUTHOR_KIND).notEqual("bot")))
        .withColumn(TOPIC, coalesce(col(TOPIC), lit("unknown")))
        .withColumn(IS_STAFF, col(AUTHOR_KIND).isin("employee", "founder"));
  }

  /** One row per thread, on the day it was opened, with what came in answer. */
  private static Dataset<Row> answeredThreads(Dataset<Row> posts) {
    Column isThread = col(EVENT_TYPE).isin(THREAD_TYPES).and(col(POST_ID).equalTo(col(THREAD_ID)));
    Column opening = struct(POSTED_TS, AUTHOR_NUMBER, EVENT_DATE, CHANNEL, TOPIC, IS_ESSENCE);
    Column answer = struct(POSTED_TS, AUTHOR_NUMBER, IS_STAFF);
    return posts
        .filter(isThread.or(col(EVENT_TYPE).isin(ANSWER_TYPES)))
        .groupBy(COMMUNITY_ID, THREAD_ID)
        .agg(
            max(when(isThread, opening)).as(THREAD),
            collect_list(when(col(EVENT_TYPE).isin(ANSWER_TYPES), answer)).as(ANSWERS))
        .filter(col(THREAD).isNotNull())
        .withColumn(ANSWERS, filter(col(ANSWERS), ContentResponse::isBySomebodyElse))
        .select(
            col(COMMUNITY_ID),
            col(THREAD + "." + EVENT_DATE),
            col(THREAD + "." + CHANNEL),
            col(THREAD + "." + TOPIC),
            lit(1L).as(THREADS),
            when(size(col(ANSWERS)).equalTo(0), 1L).as(UNANSWERED),
            size(col(ANSWERS)).cast("long").as(RESPONSES),
            size(filter(col(ANSWERS), answered -> answered.getField(IS_STAFF)))
                .cast("long")
                .as(STAFF_RESPONSES),
            when(col(THREAD + "." + IS_ESSENCE), 1L).as(ESSENCE_THREADS),
            firstWait().as(WAIT));
  }

  /** An answer by an author whom the source forgot is by somebody else, unless it forgot both. */
  private static Column isBySomebodyElse(Column answer) {
    Column same = answer.getField(AUTHOR_NUMBER).eqNullSafe(col(THREAD + "." + AUTHOR_NUMBER));
    return not(same).and(answer.getField(POSTED_TS).geq(col(THREAD + "." + POSTED_TS)));
  }

  private static Column firstWait() {
    Column instants = transform(col(ANSWERS), answer -> unix_micros(answer.getField(POSTED_TS)));
    return floor(
        array_min(instants).minus(unix_micros(col(THREAD + "." + POSTED_TS))).divide(1_000_000));
  }

  /** What staff wrote on each day: service answers, content opens or passes on. */
  private static Dataset<Row> staffWork(Dataset<Row> posts) {
    Column isService = col(EVENT_TYPE).isin(ANSWER_TYPES);
    Column isContent = not(isService).and(col(EVENT_TYPE).notEqual("service_ticket_opened"));
    return posts
        .filter(col(IS_STAFF))
        .groupBy(COMMUNITY_ID, EVENT_DATE, CHANNEL, TOPIC)
        .agg(
            count(when(isService, 1)).as(SERVICE_POSTS),
            count(when(isContent, 1)).as(CONTENT_POSTS));
  }

  private static Column total(String counts) {
    return coalesce(sum(counts), lit(0L)).as(counts);
  }

  private static Column[] columns() {
    return new Column[] {
      col(COMMUNITY_ID),
      col(EVENT_DATE),
      col(CHANNEL),
      col(TOPIC),
      col(THREADS),
      col(UNANSWERED),
      Share.of(UNANSWERED, THREADS).as(UNANSWERED_RATE),
      Share.percentile(col(WAITS), 50).as(FIRST_RESPONSE_SECONDS_P50),
      Share.percentile(col(WAITS), 90).as(FIRST_RESPONSE_SECONDS_P90),
      col(RESPONSES),
      col(STAFF_RESPONSES),
      col(RESPONSES).minus(col(STAFF_RESPONSES)).as(FAN_RESPONSES),
      Share.of(STAFF_RESPONSES, RESPONSES).as(STAFF_RESPONSE_RATE),
      col(ESSENCE_THREADS),
      Share.of(ESSENCE_THREADS, THREADS).as(ESSENCE_RATE),
      col(SERVICE_POSTS),
      col(CONTENT_POSTS),
      Share.of(SERVICE_POSTS, CONTENT_POSTS).as(SERVICE_CONTENT_RATIO)
    };
  }
}
