package groundswell.jobs.marts;

import static groundswell.schemas.Columns.*;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * A hundred days of a small community with everything that draws members in, and much that goes
 * wrong: contacts of nobody, acceptances before their submission and twice, answers without a
 * ticket, tests, corrections, staff and a bot among the members. The same for the same seed.
 */
final class ProgrammeEvents {
  static final List<String> COLUMNS =
      List.of(
          COMMUNITY_ID,
          EVENT_DATE,
          PERIOD,
          EVENT_ID,
          EVENT_TYPE,
          SCHEMA_VERSION,
          EVENT_TS,
          RECEIVED_TS,
          SOURCE_SYSTEM,
          SOURCE_FILE,
          SOURCE_OFFSET,
          ACTOR_KEY,
          ACTOR_KIND,
          CHANNEL,
          DEVICE_CLASS,
          OBJECT_TYPE,
          TARGET_KEY,
          IS_TEST,
          REPLACES_EVENT_ID,
          REVISION,
          RING,
          CONTRIBUTION_ID,
          CONTRIBUTION_TYPE,
          MEETUP_ID,
          TICKET_ID);

  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 29);
  private static final int DAYS = 100;
  private static final int MEMBERS = 40;
  private static final String[] COMMON = {
    "thread_created", "feed_posted", "message_sent", "content_exposed", "profile_updated"
  };
  private static final String[] RARE = {
    "member_contacted",
    "member_invited",
    "member_joined",
    "member_left",
    "ring_granted",
    "ring_revoked",
    "recognition_given",
    "contribution_submitted",
    "contribution_submitted",
    "contribution_accepted",
    "service_ticket_opened",
    "service_replied",
    "meetup_attended"
  };
  private static final String[] CHANNELS = {"forum", "forum", "weibo", "qzone", "wechat"};
  private static final String[] RINGS = {"core", "honorary_beta", "dev", "stable", null};
  private static final String[] TYPES = {"theme", "code", null};

  private final Random random;

  private ProgrammeEvents(long seed) {
    random = new Random(seed);
  }

  static Row[] of(int count, long seed) {
    ProgrammeEvents events = new ProgrammeEvents(seed);
    List<Row> rows = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      rows.add(events.event(number));
    }
    return rows.toArray(Row[]::new);
  }

  private Row event(int number) {
    String type = random.nextInt(3) > 0 ? oneOf(COMMON) : oneOf(RARE);
    Map<String, Object> values = new HashMap<>();
    values.put(COMMUNITY_ID, "tea");
    values.put(EVENT_ID, "e" + number);
    values.put(EVENT_TYPE, type);
    values.put(CHANNEL, oneOf(CHANNELS));
    values.put(IS_TEST, random.nextInt(60) == 0);
    when(values);
    who(values, type);
    what(values, type);
    boolean corrects = number > 0 && random.nextInt(60) == 0;
    values.put(REPLACES_EVENT_ID, corrects ? "e" + random.nextInt(number) : null);
    values.put(REVISION, corrects ? 1 : 0);
    values.put(SCHEMA_VERSION, 1);
    for (String column : List.of(SOURCE_SYSTEM, SOURCE_FILE, SOURCE_OFFSET)) {
      values.put(column, "test");
    }
    values.put(DEVICE_CLASS, "unknown");
    values.put(OBJECT_TYPE, "unknown");
    return RowFactory.create(COLUMNS.stream().map(values::get).toArray());
  }

  /** On full ten minutes, so that instants meet. */
  private void when(Map<String, Object> values) {
    long seconds = (long) (random.nextDouble() * DAYS * 86_400) / 600 * 600;
    Instant instant = FIRST_DAY.atStartOfDay().plusSeconds(seconds).toInstant(ZoneOffset.UTC);
    LocalDate day = instant.atZone(ZoneOffset.UTC).toLocalDate();
    values.put(EVENT_TS, Timestamp.from(instant));
    values.put(RECEIVED_TS, Timestamp.from(instant));
    values.put(EVENT_DATE, Date.valueOf(day));
    values.put(PERIOD, Date.valueOf(day.withDayOfMonth(1)));
  }

  /** Squared, so that a few are busy and many are hardly seen. */
  private void who(Map<String, Object> values, String type) {
    int actor = (int) (MEMBERS * Math.pow(random.nextDouble(), 2));
    boolean isNobody = type.equals("member_contacted") && random.nextBoolean();
    values.put(ACTOR_KEY, isNobody ? null : key(actor));
    values.put(ACTOR_KIND, actor == 0 ? "employee" : actor == 1 ? "bot" : "user");
    values.put(TARGET_KEY, random.nextInt(4) > 0 ? key(random.nextInt(MEMBERS)) : null);
  }

  private void what(Map<String, Object> values, String type) {
    if (type.startsWith("ring")) {
      values.put(RING, oneOf(RINGS));
    } else if (type.startsWith("contribution")) {
      values.put(CONTRIBUTION_ID, random.nextInt(20) > 0 ? "w" + random.nextInt(60) : null);
      values.put(CONTRIBUTION_TYPE, oneOf(TYPES));
    } else if (type.startsWith("meetup")) {
      values.put(MEETUP_ID, "m" + random.nextInt(20));
    } else if (type.startsWith("service")) {
      values.put(TICKET_ID, "t" + random.nextInt(40));
    }
  }

  private String oneOf(String[] values) {
    return values[random.nextInt(values.length)];
  }

  private static String key(int member) {
    return "%032x".formatted(member + 1);
  }
}
