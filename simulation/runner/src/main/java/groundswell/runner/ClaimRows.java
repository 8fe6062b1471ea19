package groundswell.runner;

import groundswell.jobs.launch.Workbench;
import groundswell.planning.claims.Absence;
import groundswell.planning.claims.Claim;
import groundswell.planning.claims.ClaimComparison;
import groundswell.planning.claims.ClaimGap;
import groundswell.planning.claims.ClaimMeasures;
import groundswell.planning.claims.Measure;
import groundswell.planning.claims.Measured;
import groundswell.planning.store.Warehouse;
import groundswell.schemas.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.DoubleFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Claims beside communities as rows of {@code calibration.claim_gap}. */
final class ClaimRows {
  private static final ClaimMeasures MEASURES = ClaimMeasures.shipped();

  private ClaimRows() {}

  /** The marts that are looked at, where they are built. */
  static Table[] marts() {
    return MEASURES.marts().toArray(Table[]::new);
  }

  /** Reads the marts here, without Spark: they are small, and one pass over each serves all. */
  static Dataset<Row> of(Workbench workbench, Collection<String> communities) {
    ClaimComparison comparison = new ClaimComparison(MEASURES, communities);
    TreeSet<Table> built = new TreeSet<>(MEASURES.marts());
    built.removeIf(mart -> !workbench.tables().exists(mart));
    try (Warehouse warehouse = Warehouse.open(workbench.warehouse())) {
      for (Table mart : built) {
        warehouse.each(mart, MEASURES.columns(mart), row -> comparison.add(mart, row));
      }
    }
    List<Row> rows = comparison.gaps(built).stream().map(ClaimRows::row).toList();
    return workbench
        .spark()
        .createDataFrame(rows, workbench.tables().read(Table.CALIBRATION_CLAIM_GAP).schema());
  }

  private static Row row(ClaimGap gap) {
    Claim claim = gap.claim();
    Measured measured = gap.measured();
    return RowFactory.create(
        gap.communityId(),
        claim.id(),
        claim.subject(),
        text(claim.channel()),
        claim.quantity(),
        claim.unit(),
        finite(claim.range().low()),
        finite(claim.range().high()),
        text(claim.asOf()),
        claim.source(),
        text(claim.note()),
        text(claim.conflictGroup()),
        gap.says(),
        gap.measure().map(Measure::mart).map(Table::fullName).orElse(null),
        gap.measure().map(Measure::column).orElse(null),
        money(measured.numerator()),
        money(measured.denominator()),
        measured.rows(),
        date(measured.first()),
        date(measured.last()),
        ofValue(measured, value -> value),
        ofValue(measured, claim.range()::ratio),
        ofValue(measured, claim.range()::gap),
        ofValue(measured, claim.range()::position),
        measured.absence().map(Absence::symbol).orElse(null));
  }

  private static Object ofValue(Measured measured, DoubleFunction<Object> function) {
    return measured.value().isPresent() ? function.apply(measured.value().getAsDouble()) : null;
  }

  private static Double finite(double bound) {
    return Double.isInfinite(bound) ? null : bound;
  }

  private static String text(String value) {
    return value.isEmpty() ? null : value;
  }

  private static BigDecimal money(Optional<BigDecimal> amount) {
    return amount.map(exact -> exact.setScale(4, RoundingMode.HALF_UP)).orElse(null);
  }

  private static Date date(Optional<LocalDate> day) {
    return day.map(Date::valueOf).orElse(null);
  }
}
