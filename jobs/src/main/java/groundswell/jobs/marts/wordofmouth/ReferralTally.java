package groundswell.jobs.marts.wordofmouth;

import groundswell.jobs.fold.Money;
import groundswell.jobs.marts.wordofmouth.ReferralTrees.Cell;
import java.util.Arrays;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.StructType;
import org.roaringbitmap.RoaringBitmap;

/** What the shares of one week, channel and ring came to. */
final class ReferralTally {
  static final StructType SCHEMA =
      StructType.fromDDL(
          """
          community_id STRING, week_date DATE, channel STRING, ring STRING, sharers BIGINT, \
          invites BIGINT, clicks BIGINT, conversions BIGINT, window_conversions BIGINT, \
          cycle_seconds_p50 BIGINT, tree_depth BIGINT, first_generation BIGINT, \
          second_generation BIGINT, later_generations BIGINT, commissions BIGINT, \
          commission_amount DECIMAL(18,4), currency STRING, other_currency_commissions BIGINT, \
          self_referrals BIGINT, same_session_conversions BIGINT, staff_conversions BIGINT, \
          orphan_conversions BIGINT""");

  private static final long SECOND = 1_000_000;

  private final RoaringBitmap sharers = new RoaringBitmap();
  private final long[] generations = new long[3];
  private long[] waits = new long[4];
  private int conversions;
  private long treeDepth;
  private long invites;
  private long clicks;
  private long windowConversions;
  private long commissions;
  private long commissionAmount;
  private long otherCurrencies;
  private long selfReferrals;
  private long sameSessions;
  private long staffConversions;
  private long orphans;

  /** Counts a share by a member; null when nobody is known. */
  void invite(Integer member) {
    invites++;
    if (member != null) {
      sharers.add(member);
    }
  }

  void click() {
    clicks++;
  }

  void convert(CodeEvent event, CodeEvent share, int generation) {
    waits = conversions == waits.length ? Arrays.copyOf(waits, 2 * conversions) : waits;
    waits[conversions++] = Math.floorDiv(event.micros() - share.micros(), SECOND);
    generations[Math.min(generation, generations.length) - 1]++;
    treeDepth = Math.max(treeDepth, generation);
    sameSessions += event.isSameSession(share) ? 1 : 0;
  }

  void convertInWindow() {
    windowConversions++;
  }

  void pay(CodeEvent commission) {
    commissions++;
    if (commission.isInHomeCurrency()) {
      commissionAmount = Math.addExact(commissionAmount, commission.amount());
    } else {
      otherCurrencies++;
    }
  }

  void refuseSelf() {
    selfReferrals++;
  }

  void byStaff() {
    staffConversions++;
  }

  void orphan() {
    orphans++;
  }

  InternalRow row(CodeEvent ofCommunity, Cell cell) {
    return new GenericInternalRow(
        new Object[] {
          ofCommunity.communityId(),
          cell.week(),
          cell.channel(),
          cell.ring(),
          sharers.getLongCardinality(),
          invites,
          clicks,
          (long) conversions,
          windowConversions,
          medianWait(),
          treeDepth,
          generations[0],
          generations[1],
          generations[2],
          commissions,
          Money.write(commissionAmount),
          ofCommunity.homeCurrency(),
          otherCurrencies,
          selfReferrals,
          sameSessions,
          staffConversions,
          orphans
        });
  }

  /** Nearest rank; null without conversions. */
  private Long medianWait() {
    Arrays.sort(waits, 0, conversions);
    return conversions == 0 ? null : Long.valueOf(waits[(conversions + 1) / 2 - 1]);
  }
}
