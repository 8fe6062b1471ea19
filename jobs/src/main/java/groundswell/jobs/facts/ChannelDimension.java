package groundswell.jobs.facts;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** What each channel is: who speaks to whom, who sees it. Grain: one row per channel. */
public final class ChannelDimension {
  private static final int VISIBILITY_PLACE = 2;
  private static final int ALLOWS_REPOST_PLACE = 3;

  private ChannelDimension() {}

  /** The rows of core.dim_channel, in the order of its contract; they depend on no input. */
  public static List<Row> rows() {
    return List.of(
        RowFactory.create("unknown", "unknown", "unknown", false),
        RowFactory.create("forum", "many_to_many", "public", false),
        RowFactory.create("weibo", "one_to_many", "public", true),
        RowFactory.create("wechat", "one_to_one", "private", true),
        RowFactory.create("qzone", "one_to_friends", "friends", true),
        RowFactory.create("meetup", "co_present", "physical", false),
        RowFactory.create("build_vote", "one_to_firm", "public_tally", false),
        RowFactory.create("shop", "one_to_firm", "private", false),
        RowFactory.create("app", "one_to_firm", "private", false));
  }

  /** The channels where a message can be passed on. */
  public static List<String> withReposts() {
    return rows().stream()
        .filter(channel -> channel.getBoolean(ALLOWS_REPOST_PLACE))
        .map(channel -> channel.getString(0))
        .toList();
  }

  /** The channels that everybody can see. */
  public static List<String> inPublic() {
    return rows().stream()
        .filter(channel -> channel.getString(VISIBILITY_PLACE).equals("public"))
        .map(channel -> channel.getString(0))
        .toList();
  }
}
