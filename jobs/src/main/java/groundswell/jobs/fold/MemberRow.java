package groundswell.jobs.fold;

import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** A row that begins with community_id and member_number, for folds that go member by member. */
@FunctionalInterface
public interface MemberRow {
  /** A row of which no more than its member is asked. */
  static MemberRow of(InternalRow row) {
    return () -> row;
  }

  /** The row itself. */
  InternalRow row();

  default UTF8String communityId() {
    return row().getUTF8String(0);
  }

  default int member() {
    return row().getInt(1);
  }

  default boolean isOfCommunity(MemberRow other) {
    return communityId().equals(other.communityId());
  }

  default boolean isOfMember(MemberRow other) {
    return member() == other.member() && isOfCommunity(other);
  }
}
