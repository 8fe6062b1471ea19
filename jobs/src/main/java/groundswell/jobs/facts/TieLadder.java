package groundswell.jobs.facts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * From the days on which one member was active to the spans of days of one tie state.
 *
 * <p>With a = active days and w = weeks with an active day among the four weeks D-27..D: none a =
 * 0; weak a ≥ 1; strong w ≥ 3; fan: strong and (inner ring, or honoured so far, or a ≥ 12);
 * partner: a ≥ 1 and partner so far; shareholder: a ≥ 1 and paid so far. The highest holds.
 *
 * <p>A state can change only when a day enters or leaves one of the four weeks, or when ring or
 * merit change, so the work grows with active days and not with calendar days.
 */
final class TieLadder {
  static final int WEEKS = 4;
  static final int WEEKS_OF_STRONG = 3;
  static final int DAYS_OF_FAN = 12;
  private static final int DAYS_IN_WEEK = 7;
  private static final int WINDOW_DAYS = WEEKS * DAYS_IN_WEEK;

  /** A state from a day on [days since 1970-01-01], up to {@code toDay} exclusive. */
  record Span(int fromDay, int toDay, TieState state) {}

  /** Stands for "never" where a day is asked for. */
  static final int NEVER = Integer.MAX_VALUE;

  /**
   * What the ladder needs to know of one member; days since 1970-01-01.
   *
   * @param activeDays sorted, without doubles
   * @param leftDay first day on which the member is gone, or NEVER
   * @param innerRing sorted days at which the member enters (even index) and leaves (odd index) the
   *     inner rings
   */
  record Member(
      int[] activeDays,
      int joinedDay,
      int leftDay,
      int[] innerRing,
      int honouredDay,
      int partnerDay,
      int paidDay) {}

  private final Member member;

  private TieLadder(Member member) {
    this.member = member;
  }

  static List<Span> spans(Member member) {
    return new TieLadder(member).spans();
  }

  private List<Span> spans() {
    List<Span> spans = new ArrayList<>();
    int from = member.joinedDay();
    TieState state = stateOn(from);
    for (int day : candidateDays()) {
      TieState next = stateOn(day);
      if (next != state) {
        spans.add(new Span(from, day, state));
        from = day;
        state = next;
      }
    }
    spans.add(new Span(from, member.leftDay(), state));
    return spans;
  }

  /** Days after joining and before leaving on which the state may change. */
  private int[] candidateDays() {
    int[] active = member.activeDays();
    int[] days = new int[active.length * (WEEKS + 1) + member.innerRing().length + 3];
    int length = 0;
    for (int day : active) {
      for (int week = 0; week <= WEEKS; week++) {
        days[length++] = day + week * DAYS_IN_WEEK;
      }
    }
    for (int day : member.innerRing()) {
      days[length++] = day;
    }
    days[length++] = member.honouredDay();
    days[length++] = member.partnerDay();
    days[length] = member.paidDay();
    return Arrays.stream(days)
        .filter(day -> day > member.joinedDay() && day < member.leftDay())
        .sorted()
        .distinct()
        .toArray();
  }

  private TieState stateOn(int day) {
    int activeDays = activeDaysIn(day - WINDOW_DAYS, day);
    if (activeDays == 0) {
      return TieState.NONE;
    }
    if (day >= member.paidDay()) {
      return TieState.SHAREHOLDER;
    }
    if (day >= member.partnerDay()) {
      return TieState.PARTNER;
    }
    if (activeWeeks(day) < WEEKS_OF_STRONG) {
      return TieState.WEAK;
    }
    boolean devoted = inInnerRing(day) || day >= member.honouredDay() || activeDays >= DAYS_OF_FAN;
    return devoted ? TieState.FAN : TieState.STRONG;
  }

  private int activeWeeks(int day) {
    int weeks = 0;
    for (int week = 0; week < WEEKS; week++) {
      int last = day - week * DAYS_IN_WEEK;
      weeks += activeDaysIn(last - DAYS_IN_WEEK, last) > 0 ? 1 : 0;
    }
    return weeks;
  }

  /** Active days after {@code after}, up to and with {@code last}. */
  private int activeDaysIn(int after, int last) {
    return upTo(member.activeDays(), last) - upTo(member.activeDays(), after);
  }

  private boolean inInnerRing(int day) {
    return upTo(member.innerRing(), day) % 2 == 1;
  }

  /** How many of the sorted days are not after {@code last}. */
  private static int upTo(int[] days, int last) {
    int place = Arrays.binarySearch(days, last);
    return place >= 0 ? place + 1 : -place - 1;
  }
}
