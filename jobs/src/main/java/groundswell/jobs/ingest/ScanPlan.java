package groundswell.jobs.ingest;

import java.io.IOException;
import java.io.Serializable;
import java.util.BitSet;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import scala.collection.immutable.Seq;

/**
 * All that a task needs to read files of a source. Holds the pseudonym key, so it must not be
 * printed.
 */
final class ScanPlan implements Serializable {
  private static final long serialVersionUID = 1L;

  private final SourceMapping mapping;
  private final Seq<Attribute> input;
  private final byte[] secret;

  ScanPlan(SourceMapping mapping, Seq<Attribute> input, byte[] secret) {
    this.mapping = mapping;
    this.input = input;
    this.secret = secret.clone();
  }

  SourceMapping mapping() {
    return mapping;
  }

  Pseudonyms pseudonyms() {
    return new Pseudonyms(secret, mapping.community().id());
  }

  /** Events and rejections of a file, in their order. */
  EventCursor open(InputFile file, Pseudonyms pseudonyms) {
    RowMapper mapper =
        mapping.canonical()
            ? new CanonicalRows(mapping)
            : new RuleRows(mapping, input, file, pseudonyms);
    return new EventCursor(mapping, file, new WholeRows(() -> reader(file)), mapper, pseudonyms);
  }

  /** Columns that say where or when a row was received, and so nothing of what happened. */
  BitSet positional() {
    BitSet left = new BitSet();
    Vocabulary vocabulary = Vocabulary.released();
    left.set(vocabulary.index("received_ts"));
    left.set(vocabulary.index("source_file"));
    left.set(vocabulary.index("source_offset"));
    for (CompiledRule rule : mapping.rules()) {
      rule.positional().forEach(name -> left.set(vocabulary.index(name)));
    }
    return left;
  }

  private RowReader reader(InputFile file) throws IOException {
    return switch (mapping.format()) {
      case AVRO -> new AvroRows(file, mapping.columns());
      case JSONL -> new JsonRows(file, mapping.columns());
      case CSV -> new CsvRows(file, mapping.columns(), mapping.csv());
      case XML -> new XmlRows(file, mapping.columns(), mapping.row());
      case PARQUET -> new ParquetRows(file, mapping.columns());
    };
  }
}
