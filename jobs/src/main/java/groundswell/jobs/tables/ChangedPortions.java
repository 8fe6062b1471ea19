package groundswell.jobs.tables;

import static groundswell.schemas.Columns.COMMUNITY_ID;
import static groundswell.schemas.Columns.PERIOD;
import static org.apache.spark.sql.functions.bit_xor;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.hash;
import static org.apache.spark.sql.functions.isnull;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import groundswell.schemas.Contract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Portions in which two sets of rows of one table are not equal. Rows are compared as a multiset,
 * by their number, the exclusive or of a 64-bit hash, and the sum of a 32-bit hash of all columns.
 */
public final class ChangedPortions {
  private ChangedPortions() {}

  /** The portions that one set has and the other has not, or has with other rows. */
  public static NavigableSet<Portion> between(
      Contract contract, Dataset<Row> one, Dataset<Row> other) {
    Map<Portion, Row> left = digests(contract, one);
    Map<Portion, Row> right = digests(contract, other);
    NavigableSet<Portion> changed = new TreeSet<>(left.keySet());
    changed.addAll(right.keySet());
    changed.removeIf(
        portion -> left.containsKey(portion) && left.get(portion).equals(right.get(portion)));
    return changed;
  }

  /** The filter that selects the rows of these portions. */
  public static Column filter(NavigableSet<Portion> portions) {
    return portions.stream().map(ChangedPortions::filter).reduce(lit(false), Column::or);
  }

  private static Column filter(Portion portion) {
    Column ofCommunity = col(COMMUNITY_ID).equalTo(portion.communityId());
    return portion
        .period()
        .map(period -> ofCommunity.and(col(PERIOD).equalTo(java.sql.Date.valueOf(period))))
        .orElse(ofCommunity);
  }

  private static Map<Portion, Row> digests(Contract contract, Dataset<Row> rows) {
    boolean hasPeriod = contract.columnNames().contains(PERIOD);
    Column period = hasPeriod ? col(PERIOD) : lit(null).cast("date");
    Column[] values = values(contract);
    Map<Portion, Row> digests = new TreeMap<>();
    for (Row row :
        rows.groupBy(col(COMMUNITY_ID), period.as(PERIOD))
            .agg(count(lit(1)), bit_xor(xxhash64(values)), sum(hash(values).cast("bigint")))
            .collectAsList()) {
      Optional<java.sql.Date> first = Optional.ofNullable(row.getDate(1));
      digests.put(new Portion(row.getString(0), first.map(java.sql.Date::toLocalDate)), row);
    }
    return digests;
  }

  /** Each column, and whether it is null: a hash passes over nulls. */
  private static Column[] values(Contract contract) {
    List<Column> values = new ArrayList<>();
    for (String name : contract.columnNames()) {
      values.add(col(name));
      values.add(isnull(col(name)));
    }
    return values.toArray(Column[]::new);
  }
}
