package groundswell.runner.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;

/** Avro containers with hostile values in whole blocks, and containers with broken bytes. */
final class FuzzedAvro {
  private static final int ROWS_PER_FILE = 250;
  private static final double HOSTILE_ROWS = 0.34;
  private static final double BROKEN_FILES = 0.3;

  private FuzzedAvro() {}

  static void write(Path log, Path input, int rows, Hostility hostility) throws IOException {
    List<GenericRecord> events = new ArrayList<>();
    for (Path file : FuzzedFiles.files(log)) {
      try (DataFileReader<GenericRecord> reader =
          new DataFileReader<>(file.toFile(), new GenericDatumReader<>())) {
        reader.forEach(events::add);
      }
      if (events.size() >= rows) {
        break;
      }
    }
    int count = Math.min(rows, events.size());
    for (int first = 0; first < count; first += ROWS_PER_FILE) {
      Path file = input.resolve("%03d.avro".formatted(first / ROWS_PER_FILE));
      write(file, events.subList(first, Math.min(count, first + ROWS_PER_FILE)), hostility);
      if (hostility.strikes(BROKEN_FILES)) {
        Files.write(file, hostility.damaged(Files.readAllBytes(file)));
      }
    }
  }

  private static void write(Path file, List<GenericRecord> events, Hostility hostility)
      throws IOException {
    Schema schema = events.get(0).getSchema();
    try (DataFileWriter<GenericRecord> writer =
        new DataFileWriter<>(new GenericDatumWriter<GenericRecord>(schema))) {
      writer.create(schema, file.toFile());
      for (int index = 0; index < events.size(); index++) {
        if (hostility.strikes(HOSTILE_ROWS)) {
          spoil(events.get(index), hostility);
        }
        writer.append(events.get(index));
        if (index % 20 == 19) {
          writer.sync();
        }
      }
    }
  }

  /** One field gets another value that its type allows. */
  private static void spoil(GenericRecord event, Hostility hostility) {
    List<Schema.Field> fields = event.getSchema().getFields();
    Schema.Field field = fields.get(hostility.below(fields.size()));
    for (Schema type : branches(field.schema())) {
      switch (type.getType()) {
        case STRING -> event.put(field.pos(), hostility.value());
        case LONG -> event.put(field.pos(), hostility.number());
        case NULL -> event.put(field.pos(), null);
        default -> {}
      }
    }
  }

  private static List<Schema> branches(Schema schema) {
    return schema.isUnion() ? schema.getTypes() : List.of(schema);
  }
}
