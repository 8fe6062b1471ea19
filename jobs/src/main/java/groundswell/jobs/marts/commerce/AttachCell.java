package groundswell.jobs.marts.commerce;

import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/** Counts of one cut of the cohorts, as one partition sees it or as all of them add up. */
final class AttachCell {
  static final StructType SCHEMA =
      StructType.fromDDL(
          """
          community_id STRING, month INT, k INT, category STRING, buyers BIGINT, units BIGINT, \
          margin BIGINT, unknown_margins BIGINT, non_owners BIGINT, last_date INT""");

  /** Month of the cohort; category null for the device and for who has none. */
  record Cut(int month, int k, UTF8String category) {
    /** Says of a category only that it was purchased. */
    static Cut seen(UTF8String category) {
      return new Cut(Integer.MIN_VALUE, 0, category);
    }

    boolean isCohort() {
      return category == null;
    }
  }

  /** Members who bought. */
  long buyers;

  long units;

  /** In ten-thousandths. */
  long margin;

  /** Lines without a known margin. */
  long unknownMargins;

  /** Members without the device who bought; where the category is null, all of them. */
  long nonOwners;

  void buy(Purchase purchase) {
    units += purchase.units();
    if (purchase.hasMargin()) {
      margin = Math.addExact(margin, purchase.margin());
    } else {
      unknownMargins++;
    }
  }

  InternalRow row(UTF8String communityId, Cut cut, int lastDate) {
    return new GenericInternalRow(
        new Object[] {
          communityId,
          cut.month(),
          cut.k(),
          cut.category(),
          buyers,
          units,
          margin,
          unknownMargins,
          nonOwners,
          lastDate
        });
  }

  void add(InternalRow row) {
    buyers += row.getLong(4);
    units += row.getLong(5);
    margin = Math.addExact(margin, row.getLong(6));
    unknownMargins += row.getLong(7);
    nonOwners += row.getLong(8);
  }

  static Cut cut(InternalRow row) {
    return new Cut(row.getInt(1), row.getInt(2), row.getUTF8String(3));
  }

  static UTF8String communityId(InternalRow row) {
    return row.getUTF8String(0);
  }

  static int lastDate(InternalRow row) {
    return row.getInt(9);
  }
}
