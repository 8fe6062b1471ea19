package groundswell.jobs.marts.members;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import groundswell.jobs.memberset.MemberSets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.roaringbitmap.RoaringBitmap;
import scala.collection.Seq;

/** The three readings of retention, of one cohort's active sets in order of k. */
final class RetentionCells {
  private static final UserDefinedFunction OF =
      udf(
              (UDF1<Seq<Row>, List<Row>>) RetentionCells::rows,
              DataTypes.createArrayType(
                  new StructType()
                      .add(SPANS_SINCE, DataTypes.IntegerType, false)
                      .add(RETAINED_MEMBERS, DataTypes.LongType, false)
                      .add(RETAINED_OR_LATER_MEMBERS, DataTypes.LongType, false)
                      .add(ROLLING_MEMBERS, DataTypes.LongType, false)
                      .add(IS_CENSORED, DataTypes.BooleanType, false),
                  false))
          .asNonNullable();

  private RetentionCells() {}

  /**
   * From [(k, is_censored, active set)], sorted by k, to one row per k from 0 on: who joined before
   * anybody was active was retained by nobody until then.
   */
  static Column of(Column cells) {
    return OF.apply(cells);
  }

  private static List<Row> rows(Seq<Row> cells) {
    int before = cells.apply(0).getInt(0);
    List<RoaringBitmap> active = active(cells, before);
    Deque<Long> orLater = orLater(active);
    List<Row> rows = new ArrayList<>();
    RoaringBitmap always = active.get(0).clone();
    for (int place = 0; place < active.size(); place++) {
      always.and(active.get(place));
      rows.add(
          RowFactory.create(
              place,
              active.get(place).getLongCardinality(),
              orLater.removeFirst(),
              always.getLongCardinality(),
              place >= before && cells.apply(place - before).getBoolean(1)));
    }
    return rows;
  }

  private static List<RoaringBitmap> active(Seq<Row> cells, int before) {
    List<RoaringBitmap> active = new ArrayList<>();
    while (active.size() < before) {
      active.add(new RoaringBitmap());
    }
    for (int place = 0; place < cells.size(); place++) {
      active.add(MemberSets.read((byte[]) cells.apply(place).get(2)));
    }
    return active;
  }

  /** Sizes of the unions from each place to the end. */
  private static Deque<Long> orLater(List<RoaringBitmap> active) {
    Deque<Long> sizes = new ArrayDeque<>();
    RoaringBitmap later = new RoaringBitmap();
    for (int place = active.size() - 1; place >= 0; place--) {
      later.or(active.get(place));
      sizes.addFirst(later.getLongCardinality());
    }
    return sizes;
  }
}
