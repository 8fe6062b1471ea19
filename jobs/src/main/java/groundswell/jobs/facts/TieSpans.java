package groundswell.jobs.facts;

import static org.apache.spark.sql.functions.*;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Hands one member's row to {@link TieLadder} and its spans back as rows. */
final class TieSpans {
  static final UDF1<Row, List<Row>> FUNCTION = TieSpans::of;
  static final ArrayType TYPE =
      DataTypes.createArrayType(
          new StructType()
              .add("from_day", DataTypes.IntegerType, false)
              .add("to_day", DataTypes.IntegerType)
              .add("state", DataTypes.StringType, false),
          false);

  private static final List<String> INNER_RINGS = List.of("core", "honorary_beta", "dev");

  private TieSpans() {}

  static Column arguments() {
    return struct(
        col("active_days"),
        col("joined_day"),
        col("left_day"),
        col("rings"),
        col("honoured_day"),
        col("partner_day"),
        col("paid_day"));
  }

  private static List<Row> of(Row row) {
    TieLadder.Member member =
        new TieLadder.Member(
            activeDays(row),
            row.getInt(1),
            dayOrNever(row, 2),
            innerRing(row.getList(3)),
            dayOrNever(row, 4),
            dayOrNever(row, 5),
            dayOrNever(row, 6));
    return TieLadder.spans(member).stream().map(TieSpans::row).toList();
  }

  private static Row row(TieLadder.Span span) {
    Integer toDay = span.toDay() == TieLadder.NEVER ? null : span.toDay();
    return RowFactory.create(span.fromDay(), toDay, span.state().symbol());
  }

  private static int[] activeDays(Row row) {
    return row.isNullAt(0)
        ? new int[0]
        : row.<Integer>getList(0).stream().mapToInt(Integer::intValue).toArray();
  }

  private static int dayOrNever(Row row, int place) {
    return row.isNullAt(place) ? TieLadder.NEVER : row.getInt(place);
  }

  /** Days of entering and leaving the inner rings, of a history that is sorted by day. */
  private static int[] innerRing(List<Row> rings) {
    List<Integer> turns = new ArrayList<>();
    boolean inside = false;
    for (int place = 0; place < rings.size(); place++) {
      Row entry = rings.get(place);
      boolean lastOfDay =
          place == rings.size() - 1 || !rings.get(place + 1).getDate(0).equals(entry.getDate(0));
      if (lastOfDay && INNER_RINGS.contains(entry.getString(2)) != inside) {
        inside = !inside;
        turns.add((int) entry.getDate(0).toLocalDate().toEpochDay());
      }
    }
    return turns.stream().mapToInt(Integer::intValue).toArray();
  }
}
