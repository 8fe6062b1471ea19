package groundswell.jobs.facts;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/** What {@link MemberLife} reads of one event: instants in micros, days since 1970-01-01. */
record MemberEvent(Row row) {
  /** Ways in which an event can show a member; the place breaks ties within one event. */
  private static final String[] ROLES = {
    ACTOR_KEY, TARGET_KEY, INVITER_KEY, REFERRER_KEY, LINKED_KEY
  };

  static final int ACTOR = 0;
  private static final int TARGET = 1;
  private static final int INVITER = 2;
  private static final int FIRST_ROLE = 7;
  private static final int FIRST_TELLING = FIRST_ROLE + ROLES.length;

  static Column[] columns(QualifyingTypes qualifying) {
    return new Column[] {
      col(COMMUNITY_ID),
      col(EVENT_TYPE),
      unix_micros(col(EVENT_TS)),
      col(EVENT_ID),
      unix_date(col(EVENT_DATE)),
      col(CHANNEL),
      qualifying.condition(),
      col(ROLES[0]),
      col(ROLES[1]),
      col(ROLES[2]),
      col(ROLES[3]),
      col(ROLES[4]),
      col(ACTOR_KIND),
      col(RING),
      nullif(col(REGION), lit("unknown")),
      col(CITY),
      nullif(col(AGE_BAND), lit("unknown")),
      nullif(col(ENTRY_CHANNEL), lit("unknown"))
    };
  }

  String communityId() {
    return row.getString(0);
  }

  boolean isType(String type) {
    return row.getString(1).equals(type);
  }

  long micros() {
    return row.getLong(2);
  }

  String id() {
    return row.getString(3);
  }

  int day() {
    return row.getInt(4);
  }

  String channel() {
    return row.getString(5);
  }

  boolean isQualifying() {
    return row.getBoolean(6);
  }

  int roles() {
    return ROLES.length;
  }

  /** Key of the member in a role; null for nobody. */
  String key(int role) {
    return row.getString(FIRST_ROLE + role);
  }

  String target() {
    return key(TARGET);
  }

  /** Who brought the member that this event is about. */
  String inviter() {
    String inviter = key(INVITER);
    return inviter == null && !isType("member_joined") ? key(ACTOR) : inviter;
  }

  String actorKind() {
    return row.getString(FIRST_TELLING);
  }

  String ring() {
    return row.getString(FIRST_TELLING + 1);
  }

  String region() {
    return row.getString(FIRST_TELLING + 2);
  }

  String city() {
    return row.getString(FIRST_TELLING + 3);
  }

  String ageBand() {
    return row.getString(FIRST_TELLING + 4);
  }

  String entryChannel() {
    return row.getString(FIRST_TELLING + 5);
  }
}
