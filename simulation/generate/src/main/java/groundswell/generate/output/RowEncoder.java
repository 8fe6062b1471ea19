package groundswell.generate.output;

import groundswell.generate.Format;
import groundswell.generate.event.Draft;
import groundswell.generate.event.Vocabulary;

/** Writes one event as one row of a file. */
interface RowEncoder {
  void encode(Draft event, Bytes out);

  static RowEncoder of(Format format) {
    return switch (format) {
      case AVRO -> new AvroEncoder(Vocabulary.canonical());
      case JSONL -> new JsonEncoder(Vocabulary.canonical());
      case CSV -> new CsvEncoder(Vocabulary.canonical());
    };
  }
}
