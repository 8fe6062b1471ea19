package groundswell.jobs.marts.ties;

import groundswell.jobs.facts.TieStateFact;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/** The members of one community; takes what is known of them sorted by kind, member and other. */
final class ReachRows {
  static final StructType SCHEMA =
      StructType.fromDDL(
          """
          community_id STRING, member_number INT, as_of_week DATE, actor_kind STRING, \
          ring STRING, degree BIGINT, strong_degree BIGINT, pagerank DOUBLE, core_number BIGINT, \
          cascade_roots BIGINT, mean_cascade_size DOUBLE, reach BIGINT, active_days BIGINT, \
          presence DOUBLE, tie_state STRING, commitment DOUBLE, love DOUBLE, orbit_level INT""");

  private static final List<UTF8String> STATES =
      TieStateFact.STATES.stream().map(UTF8String::fromString).toList();

  private static final UTF8String STRONG = UTF8String.fromString(TieClass.STRONG.text());
  private static final UTF8String UNKNOWN = UTF8String.fromString("unknown");
  private static final UTF8String NONE = UTF8String.fromString("none");
  private static final double DAYS = 28;

  /** Least love of levels 1, 2 and 3. */
  private static final double ADVOCATE = 0.25;

  private static final double CONTRIBUTOR = 0.05;

  private final ReachFact first;
  private final Attention attention = new Attention();
  private Known[] members = new Known[16];
  private ReachFact previous;

  ReachRows(ReachFact first) {
    this.first = first;
  }

  /** One member. */
  private static final class Known {
    private UTF8String kind = UNKNOWN;
    private UTF8String ring = UNKNOWN;
    private boolean isMember;
    private UTF8String state = NONE;
    private long strong;
    private long roots;
    private long posts;
    private long reach;
    private long days;
  }

  void take(ReachFact fact) {
    Known member = member(fact.member());
    boolean isNew = previous == null || isOther(fact);
    switch (fact.what()) {
      case ReachFact.MEMBER -> {
        member.kind = fact.actorKind();
        member.ring = fact.name();
        member.isMember = fact.isInForce();
      }
      case ReachFact.TIE -> tie(fact, member);
      case ReachFact.REACHED ->
          member.reach += isNew && fact.other() >= 0 && fact.other() != fact.member() ? 1 : 0;
      case ReachFact.FIRST_POST -> {
        member.roots++;
        member.posts++;
      }
      case ReachFact.PASSED_ON -> member.posts++;
      case ReachFact.DAY ->
          member.days += fact.isInTime() && (isNew || fact.day() != previous.day()) ? 1 : 0;
      default -> member.state = fact.isInForce() ? fact.name() : member.state;
    }
    previous = fact;
  }

  List<InternalRow> rows() {
    attention.settle();
    List<InternalRow> rows = new ArrayList<>();
    for (int number = 0; number < members.length; number++) {
      Known member = members[number];
      if (member != null && (member.isMember || attention.degree(number) > 0)) {
        rows.add(row(number, member));
      }
    }
    return rows;
  }

  private boolean isOther(ReachFact fact) {
    return fact.what() != previous.what()
        || fact.member() != previous.member()
        || fact.other() != previous.other();
  }

  private void tie(ReachFact fact, Known member) {
    attention.add(fact);
    if (fact.name().equals(STRONG)) {
      member.strong++;
      member(fact.other()).strong++;
    }
  }

  private Known member(int number) {
    if (number >= members.length) {
      members = Arrays.copyOf(members, Math.max(number + 1, 2 * members.length));
    }
    if (members[number] == null) {
      members[number] = new Known();
    }
    return members[number];
  }

  private InternalRow row(int number, Known member) {
    double presence = member.days / DAYS;
    double commitment = STATES.indexOf(member.state) / (STATES.size() - 1.0);
    double love = presence * commitment;
    return new GenericInternalRow(
        new Object[] {
          first.communityId(),
          number,
          first.asOfWeek(),
          member.kind,
          member.ring,
          (long) attention.degree(number),
          member.strong,
          attention.rank(number),
          (long) attention.core(number),
          member.roots,
          member.roots == 0 ? null : Double.valueOf(member.posts / (double) member.roots),
          member.reach,
          member.days,
          presence,
          member.state,
          commitment,
          love,
          orbitLevel(love)
        });
  }

  private static int orbitLevel(double love) {
    if (love >= ADVOCATE) {
      return 1;
    }
    if (love >= CONTRIBUTOR) {
      return 2;
    }
    return love > 0 ? 3 : 4;
  }
}
