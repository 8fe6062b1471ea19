package groundswell.jobs.ingest;

/** How the rows of a source's files are written. */
enum SourceFormat {
  AVRO,
  JSONL,
  CSV,
  XML,
  PARQUET;

  /** True when a file says nothing of its types: every column is text. */
  boolean isText() {
    return this == JSONL || this == CSV || this == XML;
  }
}
