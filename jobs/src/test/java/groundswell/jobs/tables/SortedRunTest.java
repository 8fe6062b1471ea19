package groundswell.jobs.tables;

import static groundswell.schemas.Table.CORE_REJECTED_EVENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.iceberg.TableProperties;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;

/** Rows that a stage hands over column by column. */
class SortedRunTest extends WarehouseCase {
  private static final int DAY = (int) LocalDate.parse("2024-05-01").toEpochDay();

  @Test
  void columns_come_back_as_rows_over_pages_and_row_groups() {
    int rows = 25 * ParquetColumns.BLOCK + 7;
    smallRowGroups();

    append(new Rejections(rows));

    var read = tables.read(CORE_REJECTED_EVENT);
    assertThat(read.count()).isEqualTo(rows);
    assertThat(
            read.filter(
                    "rejected_count <> source_offset OR raw <> CAST(source_offset AS BINARY)"
                        + " OR (source_offset % 3 = 0) <> (event_id IS NULL)"
                        + " OR event_id <> concat('e', source_offset)"
                        + " OR period <> DATE '2024-05-01' OR event_type IS NOT NULL")
                .count())
        .isZero();
    assertThat(read.filter("source_offset = '%d'".formatted(rows)).count()).isEqualTo(1);
  }

  @Test
  void a_run_of_less_than_a_block_and_one_of_whole_blocks_lose_no_row() {
    append(new Rejections(3));
    assertThat(tables.read(CORE_REJECTED_EVENT).count()).isEqualTo(3);
    append(new Rejections(2 * ParquetColumns.BLOCK));
    assertThat(tables.read(CORE_REJECTED_EVENT).count()).isEqualTo(2 * ParquetColumns.BLOCK + 3);
  }

  private void append(SortedRun run) {
    JavaRDD<SortedRun> runs =
        JavaSparkContext.fromSparkContext(spark().sparkContext())
            .parallelize(List.of(run.size()), 1)
            .map(size -> run);
    Draft draft =
        tables.draft(
            Run.of("ingest", Slice.all())
                .writing(CORE_REJECTED_EVENT)
                .configuredBy("rows " + run.size()));
    draft.append(CORE_REJECTED_EVENT, runs);
    draft.publish();
  }

  private void smallRowGroups() {
    publishRejected(
        Run.of("ingest", Slice.all()).writing(CORE_REJECTED_EVENT), Slice.all(), rejected("tea"));
    Catalogue.open(spark(), warehouse)
        .load(CORE_REJECTED_EVENT)
        .updateProperties()
        .set(TableProperties.PARQUET_ROW_GROUP_SIZE_BYTES, "200000")
        .commit();
  }

  /** Rows 1, 2, … of one file; every third has no id. */
  private record Rejections(int size) implements SortedRun, Serializable {
    @Override
    public Portion portion() {
      return new Portion("tea", Optional.of(LocalDate.ofEpochDay(DAY)));
    }

    @Override
    public void give(int from, int to, ColumnSink into) {
      for (int row = from; row < to; row++) {
        String number = Integer.toString(row + 1);
        text(into, 0, "tea");
        into.integer(1, DAY);
        text(into, 2, "day.csv");
        text(into, 3, number);
        into.missing(4, 1);
        if ((row + 1) % 3 == 0) {
          into.missing(5, 1);
        } else {
          text(into, 5, "e" + number);
        }
        IntStream.of(6, 7).forEach(column -> text(into, column, "BAD_TYPE"));
        text(into, 8, number);
        into.number(9, row + 1);
      }
    }

    private static void text(ColumnSink into, int column, String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      into.text(column, bytes, 0, bytes.length);
    }
  }
}
