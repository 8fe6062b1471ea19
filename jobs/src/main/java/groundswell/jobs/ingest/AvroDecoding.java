package groundswell.jobs.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.Decoder;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Decodes Avro records straight into the columns of a row, by name, along a plan made once per file
 * from the schema it was written with. Fields without a column are skipped. The branch of a union
 * of records fills {@code event_type} from the record's property of that name.
 */
final class AvroDecoding implements DatumReader<SourceRow> {
  private static final String EVENT_TYPE = "event_type";

  private final SourceColumns columns;
  private Step plan;

  AvroDecoding(SourceColumns columns) {
    this.columns = columns;
  }

  /** Moves the decoder over one value, and stores it where a column wants it. */
  interface Step {
    void read(Decoder in, Object[] values) throws IOException;
  }

  @Override
  public void setSchema(Schema schema) {
    plan = record(schema, "");
  }

  @Override
  public SourceRow read(SourceRow row, Decoder in) throws IOException {
    plan.read(in, row.values());
    return row;
  }

  private Step record(Schema schema, String path) {
    if (schema.getType() != Schema.Type.RECORD) {
      throw new org.apache.avro.AvroTypeException(
          "rows must be records but are " + schema.getType());
    }
    List<Step> steps = new ArrayList<>();
    for (Schema.Field field : schema.getFields()) {
      steps.add(step(field.schema(), path.isEmpty() ? field.name() : path + "." + field.name()));
    }
    Step[] fields = steps.toArray(Step[]::new);
    return (in, values) -> {
      for (Step field : fields) {
        field.read(in, values);
      }
    };
  }

  private Step step(Schema schema, String path) {
    return switch (schema.getType()) {
      case RECORD -> record(schema, path);
      case UNION -> union(schema, path);
      case NULL -> (in, values) -> in.readNull();
      default -> leaf(schema, path);
    };
  }

  private Step union(Schema schema, String path) {
    Step[] branches =
        schema.getTypes().stream().map(branch -> branch(branch, path)).toArray(Step[]::new);
    return (in, values) -> branches[in.readIndex()].read(in, values);
  }

  private Step branch(Schema schema, String path) {
    Step fields = step(schema, path);
    int position = columns.position(EVENT_TYPE);
    if (schema.getType() != Schema.Type.RECORD || position < 0) {
      return fields;
    }
    String named = schema.getProp(EVENT_TYPE);
    UTF8String type = UTF8String.fromString(named == null ? schema.getName() : named);
    return (in, values) -> {
      values[position] = type;
      fields.read(in, values);
    };
  }

  private Step leaf(Schema schema, String path) {
    int position = columns.position(path);
    AvroValue value = position < 0 ? null : AvroValue.of(schema, columns.type(position));
    if (value == null) {
      return (in, values) -> GenericDatumReader.skip(schema, in);
    }
    DataType type = columns.type(position);
    AvroValue adapted = value.as(type);
    return (in, values) -> values[position] = adapted.read(in);
  }
}
