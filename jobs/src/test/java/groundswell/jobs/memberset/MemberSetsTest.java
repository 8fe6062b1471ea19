package groundswell.jobs.memberset;

import static org.apache.spark.sql.functions.*;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.jobs.SparkCase;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.buffer.ImmutableRoaringBitmap;

class MemberSetsTest extends SparkCase {
  @Test
  void a_set_counts_each_member_once_and_nobody_for_null() {
    Dataset<Row> acts = table("day INT, member INT", row(1, 7), row(1, 7), row(1, 9), row(1, null));

    Row size =
        acts.groupBy("day")
            .agg(MemberSets.setOf(col("member")).as("set"))
            .select(MemberSets.size(col("set")))
            .first();

    assertThat(size.getLong(0)).isEqualTo(2);
  }

  @Test
  void the_bytes_are_the_portable_format() {
    byte[] bytes = set(1, 2, 70_000);

    assertThat(new ImmutableRoaringBitmap(ByteBuffer.wrap(bytes)).toArray())
        .containsExactly(1, 2, 70_000);
  }

  @Test
  void the_size_of_an_absent_set_is_zero_and_its_overlap_is_absent() {
    Row row =
        table("one BINARY, none BINARY", row(set(1, 2), null))
            .select(
                MemberSets.size(col("none")),
                MemberSets.size(MemberSets.overlap(col("one"), col("none"))),
                MemberSets.size(MemberSets.without(col("one"), col("none"))),
                MemberSets.size(MemberSets.without(col("none"), col("one"))))
            .first();

    assertThat(row).isEqualTo(row(0L, 0L, 2L, 0L));
  }

  @Test
  void overlap_and_difference_split_a_set() {
    Row row =
        table("one BINARY, other BINARY", row(set(1, 2, 3), set(3, 4)))
            .select(
                MemberSets.size(MemberSets.overlap(col("one"), col("other"))),
                MemberSets.size(MemberSets.without(col("one"), col("other"))))
            .first();

    assertThat(row).isEqualTo(row(1L, 2L));
  }

  @Test
  void equal_sets_have_equal_bytes_for_any_partitioning() {
    Set<String> forms =
        IntStream.of(1, 2, 7)
            .mapToObj(
                partitions ->
                    spark()
                        .range(0, 9_000, 1, partitions)
                        .select(pmod(xxhash64(col("id")), lit(6_000)).cast("int").as("member"))
                        .repartition(partitions)
                        .groupBy()
                        .agg(MemberSets.setOf(col("member")))
                        .first())
            .map(row -> HexFormat.of().formatHex((byte[]) row.get(0)))
            .collect(Collectors.toSet());

    assertThat(forms).hasSize(1);
  }

  @Test
  void a_union_of_parts_has_the_bytes_of_the_whole() {
    Row row =
        table("part BINARY", row(set(1, 2)), row((Object) null), row(set(2, 3)))
            .groupBy()
            .agg(MemberSets.union(col("part")))
            .first();

    assertThat((byte[]) row.get(0)).isEqualTo(set(1, 2, 3));
  }

  @Test
  void the_histogram_says_how_many_were_in_exactly_n_sets() {
    Row row =
        table("day BINARY", row(set(1, 2)), row(set(2)))
            .groupBy()
            .agg(collect_list("day").as("days"))
            .select(MemberSets.countHistogram(col("days")))
            .first();

    assertThat(row.getList(0)).isEqualTo(List.of(1L, 1L));
  }

  private static byte[] set(int... members) {
    return Bitmaps.bytes(org.roaringbitmap.RoaringBitmap.bitmapOf(members));
  }
}
