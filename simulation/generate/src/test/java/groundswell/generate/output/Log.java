package groundswell.generate.output;

import groundswell.generate.Defects;
import groundswell.generate.Format;
import groundswell.generate.Parameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;

/** A written log, read back by Avro's own reader. */
record Log(Path output, Truth truth) {
  static final Defects DIRTY = new Defects(0.02, 0.05, 0.03);

  static Parameters parameters(int members, int days) {
    return new Parameters(
        members,
        days,
        7,
        LocalDate.of(2026, 1, 1),
        ZoneId.of("Asia/Shanghai"),
        Defects.NONE,
        Format.AVRO);
  }

  static Log write(Parameters parameters, Path output) {
    return new Log(output, LocalRun.run(parameters, output, 2, done -> {}));
  }

  List<Path> files() {
    try (Stream<Path> paths = Files.walk(output.resolve("events"))) {
      return paths.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<GenericRecord> events() {
    List<GenericRecord> events = new ArrayList<>();
    files().forEach(file -> events.addAll(events(file)));
    return events;
  }

  static List<GenericRecord> events(Path file) {
    List<GenericRecord> events = new ArrayList<>();
    try (var reader =
        new DataFileReader<GenericRecord>(file.toFile(), new GenericDatumReader<>())) {
      reader.forEach(events::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return events;
  }

  static String type(GenericRecord event) {
    return ((GenericRecord) event.get("payload")).getSchema().getProp("event_type");
  }

  static String text(GenericRecord event, String field) {
    Object value = event.get(field);
    return value == null ? null : value.toString();
  }

  static long number(GenericRecord event, String field) {
    return (Long) event.get(field);
  }
}
