package groundswell.runner.faults;

/** The formats that ingest reads. */
enum FuzzFormat {
  AVRO("avro"),
  JSONL("jsonl"),
  CSV("csv"),
  XML("xml"),
  PARQUET("parquet");

  private final String suffix;

  FuzzFormat(String suffix) {
    this.suffix = suffix;
  }

  /** End of the file names, and the format's name in a mapping. */
  String suffix() {
    return suffix;
  }
}
