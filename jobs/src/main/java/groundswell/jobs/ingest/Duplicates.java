package groundswell.jobs.ingest;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.xxhash64;

import groundswell.jobs.tables.InternalRows;
import groundswell.jobs.tables.RepeatedHashes;
import groundswell.schemas.Columns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Finds events with one id, among the new ones and against all stored ones of the community: ids
 * whose hash occurs twice or is stored, then the few events behind them, then the choice among
 * copies. Only 8-byte hashes are shuffled. Exact but for two ids that share 128 bits of hash.
 */
final class Duplicates {
  private static final String HASH = "hash";
  private static final long[] NONE = {};
  private static final StructType HASHES = new StructType().add(HASH, "bigint");

  private final InternalRows internal;
  private final BitSet positional;

  Duplicates(InternalRows internal, BitSet positional) {
    this.internal = internal;
    this.positional = positional;
  }

  /** The copies not to keep; {@code stored} are the community's rows, if it has some. */
  Copies find(JavaRDD<EventBlock> blocks, Optional<Dataset<Row>> stored) {
    Optional<Dataset<Row>> storedHashes =
        stored.map(rows -> rows.withColumn(HASH, xxhash64(col(Columns.EVENT_ID))));
    long[] twice = RepeatedHashes.among(blocks.map(EventBlock::ids));
    long[] known = storedHashes.map(rows -> common(blocks, rows)).orElse(NONE);
    if (twice.length + known.length == 0) {
      return Copies.among(List.of());
    }
    long[] suspects =
        LongStream.concat(Arrays.stream(twice), Arrays.stream(known)).sorted().distinct().toArray();
    List<Candidate> candidates = new ArrayList<>(suspected(blocks, suspects, positional));
    storedHashes.ifPresent(rows -> candidates.addAll(stored(rows, known)));
    return Copies.among(candidates);
  }

  private long[] common(JavaRDD<EventBlock> blocks, Dataset<Row> stored) {
    Dataset<Row> hashes = internal.dataset(blocks.flatMap(Duplicates::hashes), HASHES);
    return longs(hashes.join(stored.select(HASH), HASH).select(HASH).distinct());
  }

  private static Iterator<InternalRow> hashes(EventBlock block) {
    return IntStream.range(0, block.events())
        .mapToObj(event -> (InternalRow) new GenericInternalRow(new Object[] {block.id(event)}))
        .iterator();
  }

  private static long[] longs(Dataset<Row> rows) {
    return rows.collectAsList().stream().mapToLong(row -> row.getLong(0)).sorted().toArray();
  }

  private static List<Candidate> suspected(
      JavaRDD<EventBlock> blocks, long[] suspects, BitSet left) {
    Broadcast<long[]> shared =
        JavaSparkContext.fromSparkContext(blocks.context()).broadcast(suspects);
    return blocks
        .flatMap(
            block ->
                IntStream.range(0, block.events())
                    .filter(event -> Arrays.binarySearch(shared.value(), block.id(event)) >= 0)
                    .mapToObj(event -> block.candidate(event, left))
                    .iterator())
        .collect();
  }

  private List<Candidate> stored(Dataset<Row> storedHashes, long[] known) {
    if (known.length == 0) {
      return List.of();
    }
    Dataset<Row> ids = internal.longs(known, HASH);
    Column[] columns =
        Vocabulary.released().fields().stream()
            .map(field -> col(field.column()))
            .toArray(Column[]::new);
    BitSet left = positional;
    return internal
        .rows(storedHashes.join(broadcast(ids), HASH).select(columns))
        .map(row -> stored(row, left))
        .collect();
  }

  private static Candidate stored(InternalRow row, BitSet positional) {
    Vocabulary vocabulary = Vocabulary.released();
    Object[] values = new Object[vocabulary.width()];
    for (EventField field : vocabulary.fields()) {
      int index = field.index();
      values[index] = row.isNullAt(index) ? null : row.get(index, field.kind().type());
    }
    UTF8String id = (UTF8String) values[vocabulary.index("event_id")];
    return new Candidate(
        Candidate.STORED,
        0,
        EventHash.id(id),
        EventHash.secondId(id),
        0,
        0,
        EventHash.content(values, positional));
  }
}
