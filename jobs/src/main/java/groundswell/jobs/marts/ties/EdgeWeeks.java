package groundswell.jobs.marts.ties;

import groundswell.jobs.fold.FoldedRows;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Interactions in, one row per edge and week out. Comes sorted by edge and week: source, target,
 * channel, community, week [days since 1970], instant [micros], kind, half-life [days].
 */
final class EdgeWeeks extends FoldedRows {
  static final StructType SCHEMA =
      StructType.fromDDL(
          """
          community_id STRING, week_date DATE, source_number INT, target_number INT, \
          channel STRING, replies BIGINT, comments BIGINT, accepts BIGINT, reposts BIGINT, \
          shares BIGINT, mentions BIGINT, reactions BIGINT, messages BIGINT, services BIGINT, \
          follows BIGINT, unfollows BIGINT, friends BIGINT, unfriends BIGINT, meets BIGINT, \
          referrals BIGINT, contacts BIGINT, weight DOUBLE, first_ts TIMESTAMP, last_ts TIMESTAMP""");

  /** In the order of the columns that count them. */
  private static final List<UTF8String> KINDS =
      Stream.of(
              "reply",
              "comment",
              "accept",
              "repost",
              "share",
              "mention",
              "reaction",
              "message",
              "service",
              "follow",
              "unfollow",
              "friend",
              "unfriend",
              "meet",
              "referral")
          .map(UTF8String::fromString)
          .toList();

  private static final int FIRST_COUNT = 5;
  private static final int UNFOLLOW = KINDS.indexOf(UTF8String.fromString("unfollow"));
  private static final int UNFRIEND = KINDS.indexOf(UTF8String.fromString("unfriend"));

  private InternalRow edge;
  private int week;
  private double millionths;
  private long first;

  EdgeWeeks(Iterator<InternalRow> interactions) {
    super(interactions);
  }

  @Override
  protected List<InternalRow> fold() {
    begin(upcoming());
    long[] counts = new long[KINDS.size()];
    long last = Long.MIN_VALUE;
    while (upcoming() != null && upcoming().getInt(4) == week && isSameEdge(upcoming())) {
      InternalRow interaction = take();
      counts[KINDS.indexOf(interaction.getUTF8String(6))]++;
      first = Math.min(first, interaction.getLong(5));
      last = Math.max(last, interaction.getLong(5));
    }
    return List.of(row(counts, last));
  }

  /** A week of the same edge goes on from the faded weight; another edge begins with nothing. */
  private void begin(InternalRow interaction) {
    int begun = interaction.getInt(4);
    if (isSameEdge(interaction)) {
      millionths = Decay.later(millionths, begun - week, interaction.getInt(7));
    } else {
      millionths = 0;
      first = Long.MAX_VALUE;
    }
    edge = interaction;
    week = begun;
  }

  private InternalRow row(long[] counts, long last) {
    long contacts = -counts[UNFOLLOW] - counts[UNFRIEND];
    Object[] values = new Object[SCHEMA.size()];
    values[0] = edge.getUTF8String(3);
    values[1] = week;
    values[2] = edge.getInt(0);
    values[3] = edge.getInt(1);
    values[4] = edge.getUTF8String(2);
    for (int kind = 0; kind < counts.length; kind++) {
      values[FIRST_COUNT + kind] = counts[kind];
      contacts += counts[kind];
    }
    millionths += contacts * Decay.MILLION;
    int place = FIRST_COUNT + counts.length;
    values[place] = contacts;
    values[place + 1] = millionths / Decay.MILLION;
    values[place + 2] = first;
    values[place + 3] = last;
    return new GenericInternalRow(values);
  }

  private boolean isSameEdge(InternalRow interaction) {
    return edge != null
        && interaction.getInt(0) == edge.getInt(0)
        && interaction.getInt(1) == edge.getInt(1)
        && interaction.getUTF8String(2).equals(edge.getUTF8String(2))
        && interaction.getUTF8String(3).equals(edge.getUTF8String(3));
  }
}
