package groundswell.jobs.marts.commerce;

import groundswell.jobs.fold.FoldedRows;
import groundswell.jobs.fold.Money;
import groundswell.jobs.marts.commerce.AttachCell.Cut;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/** Parts of communities in; the cohorts of each community out, by k and category. */
final class AttachCohorts extends FoldedRows {
  static final StructType SCHEMA =
      StructType.fromDDL(
          """
          community_id STRING, first_device_month DATE, months_since INT, category STRING, \
          device_buyers BIGINT, attached_buyers BIGINT, device_units BIGINT, \
          attached_units BIGINT, attached_margin DECIMAL(18,4), non_owners BIGINT, \
          non_owner_buyers BIGINT""");

  AttachCohorts(Iterator<InternalRow> parts) {
    super(parts);
  }

  @Override
  protected List<InternalRow> fold() {
    UTF8String community = AttachCell.communityId(upcoming());
    int lastDate = AttachCell.lastDate(upcoming());
    Map<Cut, AttachCell> cells = new HashMap<>();
    giveWhile(
        row -> AttachCell.communityId(row).equals(community),
        row -> cells.computeIfAbsent(AttachCell.cut(row), any -> new AttachCell()).add(row));
    TreeSet<UTF8String> categories = new TreeSet<>();
    cells.keySet().stream()
        .filter(cut -> !cut.isCohort())
        .forEach(c -> categories.add(c.category()));
    List<InternalRow> rows = new ArrayList<>();
    cells.forEach(
        (cut, cohort) -> {
          if (cut.isCohort()
              && cohort.buyers > 0
              && Months.haveBegun(cut.month(), cut.k(), lastDate)) {
            for (UTF8String category : categories) {
              Cut attached = new Cut(cut.month(), cut.k(), category);
              rows.add(row(community, attached, cohort, cells.get(attached)));
            }
          }
        });
    return rows;
  }

  private static InternalRow row(
      UTF8String community, Cut cut, AttachCell cohort, AttachCell bought) {
    AttachCell attached = bought == null ? new AttachCell() : bought;
    return new GenericInternalRow(
        new Object[] {
          community,
          Months.firstDay(cut.month()),
          cut.k(),
          cut.category(),
          cohort.buyers,
          attached.buyers,
          cohort.units,
          attached.units,
          attached.unknownMargins > 0 ? null : Money.write(attached.margin),
          cohort.nonOwners,
          attached.nonOwners
        });
  }
}
