package groundswell.jobs.ingest;

import java.io.Serializable;
import java.util.BitSet;
import java.util.List;
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
  private final ErasedMembers erased;

  ScanPlan(SourceMapping mapping, Seq<Attribute> input, byte[] secret, ErasedMembers erased) {
    this.mapping = mapping;
    this.input = input;
    this.secret = secret.clone();
    this.erased = erased;
  }

  SourceMapping mapping() {
    return mapping;
  }

  /** A task's way to open files. */
  FileOpener opener() {
    Pseudonyms pseudonyms = new Pseudonyms(secret, mapping.community().id(), erased);
    TextValue text = new TextValue(mapping.timestampZone());
    return new FileOpener(
        mapping,
        pseudonyms,
        mapping.rules().stream()
            .map(rule -> new RuleEvaluation(rule, input, text, pseudonyms))
            .toList());
  }

  /**
   * Columns that say where or when a row was received or where it is stored, and so nothing of what
   * happened.
   */
  BitSet positional() {
    BitSet left = new BitSet();
    Vocabulary vocabulary = Vocabulary.released();
    for (String column :
        List.of("received_ts", "source_file", "source_offset", "community_id", "period")) {
      left.set(vocabulary.index(column));
    }
    for (CompiledRule rule : mapping.rules()) {
      rule.positional().forEach(name -> left.set(vocabulary.index(name)));
    }
    return left;
  }
}
