package groundswell.jobs.marts.scorecard;

import static groundswell.schemas.Table.*;

import groundswell.schemas.Table;
import java.util.Locale;

/**
 * One figure of the scorecard: which part of the community it tells of, and where to look further.
 */
enum ScoreMetric {
  JOINS("entry", MART_ACTIVITY_DAILY, Kind.MONTHS_SUM),
  K_FACTOR("entry", MART_REFERRAL, Kind.MONTHS_SHARE),
  MONTHLY_ACTIVE_MEMBERS("carrier", MART_ACTIVE_MEMBERS, Kind.LAST_DAYS_SUM),
  STICKINESS("carrier", MART_ACTIVE_MEMBERS, Kind.MONTHS_SHARE),
  UNANSWERED_RATE("culture", MART_CONTENT_RESPONSE, Kind.MONTHS_SHARE),
  ESSENCE_RATE("culture", MART_CONTENT_RESPONSE, Kind.MONTHS_SHARE),
  STAFF_RESPONSE_RATE("culture", MART_CONTENT_RESPONSE, Kind.MONTHS_SHARE),
  CLOSE_MEMBER_RATE("structure", MART_TIE_FUNNEL, Kind.LAST_DAYS_SHARE),
  INNER_RING_MEMBERS("structure", MART_RING_LADDER, Kind.LAST_DAYS_SUM),
  MEAN_STRONG_DEGREE("structure", MART_NETWORK_HEALTH, Kind.LAST_DAYS_SHARE),
  TURNOUT_RATE("mechanism", MART_BUILD_LOOP, Kind.MONTHS_SHARE),
  FAN_CONTRIBUTIONS("mechanism", MART_CONTRIBUTION, Kind.MONTHS_SUM),
  SHOW_RATE("mechanism", MART_MEETUP, Kind.MONTHS_SHARE),
  PAYER_RATE("model", MART_ARPU, Kind.MONTHS_SHARE),
  REVENUE_PER_USER("model", MART_ARPU, Kind.MONTHS_SHARE),
  MARGIN_RATE("model", MART_ORDER_ECONOMICS, Kind.MONTHS_SHARE);

  private final String part;
  private final String source;
  private final Kind kind;

  ScoreMetric(String part, Table source, Kind kind) {
    this.part = part;
    this.source = source.fullName();
    this.kind = kind;
  }

  /** The metric of a name in the table. */
  static ScoreMetric of(String symbol) {
    return valueOf(symbol.toUpperCase(Locale.ROOT));
  }

  /** Part of the community: entry, carrier, culture, structure, mechanism, model. */
  String part() {
    return part;
  }

  /** The mart that tells more. */
  String source() {
    return source;
  }

  /** True when a month stands as its last day does; else it is the sum of its days. */
  boolean isOfLastDay() {
    return kind == Kind.LAST_DAYS_SUM || kind == Kind.LAST_DAYS_SHARE;
  }

  /** True when there is nothing to divide by. */
  boolean isSum() {
    return kind == Kind.MONTHS_SUM || kind == Kind.LAST_DAYS_SUM;
  }

  /** Name in the table. */
  String symbol() {
    return name().toLowerCase(Locale.ROOT);
  }

  private enum Kind {
    MONTHS_SUM,
    MONTHS_SHARE,
    LAST_DAYS_SUM,
    LAST_DAYS_SHARE
  }
}
