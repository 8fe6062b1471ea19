package groundswell.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import groundswell.jobs.SparkCase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real shop through ingest: each line of each day is accounted for. */
class OnlineRetailTest extends SparkCase {
  @TempDir private static Path folder;

  private static Ingested ingested;

  @BeforeAll
  static void ingest() {
    ingested =
        Ingested.of(
            spark(),
            folder.resolve("warehouse"),
            Examples.path("online-retail/source.yaml"),
            Examples.path("online-retail/data"));
  }

  @Test
  void every_line_of_every_file_is_read() throws IOException {
    long lines = 0;
    for (Row account : ingested.accounts()) {
      lines += account.getLong(1);
      assertThat(account.getLong(1))
          .as(account.getString(0))
          .isEqualTo(lines(account.getString(0)).size());
    }
    assertThat(ingested.accounts()).hasSize(305);
    assertThat(lines).isEqualTo(541_909);
  }

  @Test
  void what_was_read_is_accepted_or_copied_or_refused() {
    for (Row account : ingested.accounts()) {
      assertThat(account.getLong(3) + account.getLong(4) + account.getLong(5))
          .isEqualTo(account.getLong(2));
    }
  }

  @Test
  void goods_lines_that_stand_twice_are_kept_once() throws IOException {
    long goods = 0;
    Set<String> different = new HashSet<>();
    for (Row account : ingested.accounts()) {
      for (String line : lines(account.getString(0))) {
        if (isSold(line)) {
          goods++;
          different.add(line);
        }
      }
    }

    assertThat(ingested.events().where("event_type = 'order_placed'").count())
        .isEqualTo(different.size());
    assertThat(different.size()).isLessThan((int) goods);
  }

  @Test
  void only_rows_that_mean_nothing_are_refused() {
    assertThat(ingested.reasons()).containsOnlyKeys("IGNORED");
  }

  @Test
  void an_order_line_is_named_once() {
    assertThat(
            ingested
                .events()
                .where("event_type = 'order_placed'")
                .groupBy("order_id", "line_no")
                .count()
                .where("count > 1")
                .count())
        .isZero();
  }

  private static List<String> lines(String file) throws IOException {
    List<String> lines = Examples.lines(Examples.path("online-retail/data").resolve(file));
    return lines.subList(1, lines.size());
  }

  /** Read from the right, where no field holds a comma. */
  private static boolean isSold(String line) {
    String[] left = line.split(",", 3);
    List<String> right = List.of(line.substring(line.indexOf(left[2])).split(",", -1));
    int last = right.size() - 1;
    boolean isGoods = left[0].matches("[0-9]+") && left[1].matches("[0-9]{5}.*");
    boolean isPriced = Double.parseDouble(right.get(last - 2)) > 0;
    return isGoods
        && Integer.parseInt(right.get(last - 4)) > 0
        && (isPriced || !right.get(last - 1).isEmpty());
  }
}
