package groundswell.jobs.marts.programme;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/** What was contributed in a week, of one type by one kind, or of all. */
final class ContributionTally {
  static final StructType SCHEMA =
      StructType.fromDDL(
          """
          community_id STRING, week_date DATE, contribution_type STRING, actor_kind STRING, \
          submitted BIGINT, accepted_contributions BIGINT, accepted_unseen BIGINT, \
          fan_submitted BIGINT, staff_submitted BIGINT, contributors BIGINT, gini DOUBLE, \
          core_contributors BIGINT, regular_contributors BIGINT, casual_contributors BIGINT, \
          bus_factor BIGINT""");

  private final Map<Integer, Long> byMember = new HashMap<>();
  private long submitted;
  private long accepted;
  private long acceptedUnseen;
  private long byFans;
  private long byStaff;

  void take(Contributed contributed) {
    if (!contributed.isSubmitted()) {
      acceptedUnseen++;
      return;
    }
    submitted++;
    accepted += contributed.isAccepted() ? 1 : 0;
    byStaff += contributed.isByStaff() ? 1 : 0;
    byFans += contributed.isByStaff() || contributed.isByBot() ? 0 : 1;
    if (contributed.member() != null) {
      byMember.merge(contributed.member(), 1L, Long::sum);
    }
  }

  InternalRow row(Contributed week, UTF8String type, UTF8String kind) {
    Shoulders shoulders = new Shoulders(byMember.values());
    return new GenericInternalRow(
        new Object[] {
          week.communityId(),
          week.week(),
          type,
          kind,
          submitted,
          accepted,
          acceptedUnseen,
          byFans,
          byStaff,
          shoulders.contributors(),
          shoulders.gini(),
          shoulders.core(),
          shoulders.regular(),
          shoulders.casual(),
          shoulders.busFactor()
        });
  }
}
