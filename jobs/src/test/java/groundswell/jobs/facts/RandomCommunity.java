package groundswell.jobs.facts;

import groundswell.schemas.Table;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Events of small communities with everything that members do, the same for the same seed. */
public final class RandomCommunity {
  /** The columns of core.event that are filled, in the order of {@link #events}. */
  public static final List<String> COLUMNS =
      List.of(
          "community_id",
          "event_date",
          "period",
          "event_id",
          "event_type",
          "schema_version",
          "event_ts",
          "received_ts",
          "source_system",
          "source_file",
          "source_offset",
          "actor_key",
          "actor_kind",
          "channel",
          "device_class",
          "object_type",
          "target_key",
          "is_test",
          "replaces_event_id",
          "revision",
          "inviter_key",
          "referrer_key",
          "ring",
          "region",
          "entry_channel",
          "build_id");

  /** The table whose rows these are. */
  public static final Table TABLE = Table.CORE_EVENT;

  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 29);
  private static final int DAYS = 75;
  private static final String[] TYPES = {
    "thread_created",
    "reply_created",
    "reply_created",
    "reaction_added",
    "reaction_added",
    "feed_posted",
    "message_sent",
    "content_exposed",
    "build_vote_cast",
    "profile_updated",
    "ring_granted",
    "ring_revoked",
    "recognition_given",
    "contribution_accepted",
    "referral_converted",
    "commission_paid",
    "member_joined",
    "member_invited",
    "member_left"
  };
  private static final String[] CHANNELS = {"forum", "forum", "weibo", "qzone"};
  private static final String[] RINGS = {"core", "honorary_beta", "dev", "stable"};

  private final String communityId;
  private final int members;
  private final Random random;

  private RandomCommunity(String communityId, int members, long seed) {
    this.communityId = communityId;
    this.members = members;
    this.random = new Random(seed);
  }

  /** So many events of so many members over 75 days. */
  public static List<Row> events(String communityId, int members, int count, long seed) {
    RandomCommunity community = new RandomCommunity(communityId, members, seed);
    List<Row> events = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      events.add(community.event(number));
    }
    return events;
  }

  private Row event(int number) {
    // squared: few rare types, few busy members, so that all tie states occur
    String type = TYPES[random.nextInt(10) < 8 ? random.nextInt(9) : random.nextInt(TYPES.length)];
    int actor = (int) (members * Math.pow(random.nextDouble(), 2));
    Instant moment =
        FIRST_DAY
            .atStartOfDay()
            .plusSeconds((long) (random.nextDouble() * DAYS * 86_400) / 600 * 600)
            .toInstant(ZoneOffset.UTC);
    LocalDate day = moment.atZone(ZoneOffset.UTC).toLocalDate();
    boolean corrects = number > 0 && random.nextInt(60) == 0;
    return RowFactory.create(
        communityId,
        Date.valueOf(day),
        Date.valueOf(day.withDayOfMonth(1)),
        "e" + number,
        type,
        1,
        Timestamp.from(moment),
        Timestamp.from(moment),
        "test",
        "file",
        Integer.toString(number),
        key(actor),
        actor == 0
            ? "employee"
            : actor == 1 ? "dealer" : random.nextInt(9) > 0 ? "user" : "unknown",
        CHANNELS[random.nextInt(CHANNELS.length)],
        "unknown",
        "unknown",
        random.nextBoolean() ? key(random.nextInt(members)) : null,
        random.nextInt(50) == 0,
        corrects ? "e" + random.nextInt(number) : null,
        corrects ? 1 : 0,
        random.nextBoolean() ? key(random.nextInt(members)) : null,
        type.equals("referral_converted") ? key(random.nextInt(members)) : null,
        RINGS[random.nextInt(RINGS.length)],
        random.nextBoolean() ? "north" : null,
        type.equals("member_joined") ? CHANNELS[random.nextInt(CHANNELS.length)] : null,
        type.startsWith("build") ? "b1" : null);
  }

  private String key(int member) {
    return "%08x%024x".formatted(communityId.hashCode(), member);
  }
}
