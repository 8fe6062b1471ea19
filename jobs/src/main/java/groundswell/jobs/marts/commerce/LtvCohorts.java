package groundswell.jobs.marts.commerce;

import groundswell.jobs.fold.FoldedRows;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/** Parts of communities in; the cohorts of each out, cumulated over k. */
final class LtvCohorts extends FoldedRows {
  static final StructType SCHEMA =
      StructType.fromDDL(
          """
          community_id STRING, first_purchase_month DATE, months_since INT, currency STRING, \
          cohort_buyers BIGINT, purchase_days BIGINT, purchased_amount DECIMAL(18,4), \
          net_revenue DECIMAL(18,4), cost_of_goods DECIMAL(18,4), \
          service_payments DECIMAL(18,4), is_censored BOOLEAN""");

  LtvCohorts(Iterator<InternalRow> parts) {
    super(parts);
  }

  @Override
  protected List<InternalRow> fold() {
    UTF8String community = upcoming().getUTF8String(0);
    LtvCurves curves = new LtvCurves(community, LtvCell.lastDate(upcoming()));
    giveWhile(row -> row.getUTF8String(0).equals(community), curves::add);
    return curves.rows();
  }
}
