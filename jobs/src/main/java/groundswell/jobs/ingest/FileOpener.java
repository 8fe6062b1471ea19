package groundswell.jobs.ingest;

import java.io.IOException;
import java.util.List;

/** Opens the files of a task; what is dear to make is made once for all of them. One thread. */
final class FileOpener {
  private final SourceMapping mapping;
  private final Pseudonyms pseudonyms;
  private final List<RuleEvaluation> rules;

  FileOpener(SourceMapping mapping, Pseudonyms pseudonyms, List<RuleEvaluation> rules) {
    this.mapping = mapping;
    this.pseudonyms = pseudonyms;
    this.rules = rules;
  }

  /** Events and rejections of a file, in their order. */
  EventCursor open(InputFile file) {
    RowMapper mapper =
        mapping.canonical() ? new CanonicalRows(mapping) : new RuleRows(mapping, rules, file);
    return new EventCursor(mapping, file, new WholeRows(() -> reader(file)), mapper, pseudonyms);
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
