package groundswell.jobs.ingest;

import groundswell.schemas.YamlFile;
import groundswell.schemas.YamlMap;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/** Reads a source's YAML file; everything in it is checked here, nothing while rows are read. */
final class MappingReader {
  private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

  private final YamlMap yaml;
  private final Path file;
  private final Function<StructType, Dataset<Row>> emptyRows;

  private MappingReader(Path file, Function<StructType, Dataset<Row>> emptyRows) {
    this.file = file;
    this.yaml = YamlFile.read(file);
    this.emptyRows = emptyRows;
  }

  /** A mapping and the columns that its expressions name. */
  record Read(
      SourceMapping mapping,
      scala.collection.immutable.Seq<org.apache.spark.sql.catalyst.expressions.Attribute> input) {}

  /** Reads a file; {@code emptyRows} makes a dataset of a schema, which is never read. */
  static Read read(Path file, Function<StructType, Dataset<Row>> emptyRows) {
    return new MappingReader(file, emptyRows).read();
  }

  private Read read() {
    yaml.allowOnly(
        "community",
        "format",
        "files",
        "options",
        "columns",
        "canonical",
        "timestamp_zone",
        "earliest",
        "personal",
        "every_event",
        "events",
        "ignore");
    boolean canonical = yaml.optionalFlag("canonical").orElse(false);
    SourceFormat format =
        yaml.value("format", "one of avro, jsonl, csv, xml, parquet", MappingReader::format);
    SourceColumns columns = canonical ? canonicalColumns(format) : declaredColumns(format);
    Expressions expressions = new Expressions(emptyRows.apply(columns.visible()));
    YamlMap options = yaml.optionalMap("options").orElse(null);
    List<CompiledRule> rules =
        canonical ? List.of() : new RuleReader(yaml, columns, expressions).read();
    SourceMapping mapping =
        new SourceMapping(
            file.toString(),
            CommunityReader.read(yaml.map("community")),
            format,
            yaml.texts("files"),
            csv(options, format, canonical),
            row(options, format),
            columns,
            canonical,
            yaml.optionalValue("timestamp_zone", "a zone such as Europe/London", ZoneId::of)
                .orElse(ZoneOffset.UTC),
            earliest(),
            rules);
    return new Read(mapping, expressions.input());
  }

  private Instant earliest() {
    return yaml.optionalValue("earliest", "a day such as 2000-01-01", LocalDate::parse)
        .orElse(EARLIEST)
        .atStartOfDay(ZoneOffset.UTC)
        .toInstant();
  }

  private SourceColumns canonicalColumns(SourceFormat format) {
    for (String key : new String[] {"columns", "events", "ignore", "every_event", "personal"}) {
      if (yaml.has(key)) {
        throw yaml.problem(
            key, "'%s' has no place in a canonical source, whose rows are events".formatted(key));
      }
    }
    if (format == SourceFormat.XML) {
      throw yaml.problem("format", "a canonical source is avro, jsonl, csv or parquet");
    }
    return SourceColumns.canonical(format);
  }

  private SourceColumns declaredColumns(SourceFormat format) {
    return format.isText() ? textColumns() : typedColumns();
  }

  private SourceColumns textColumns() {
    List<String> names = yaml.texts("columns");
    if (names.isEmpty()) {
      throw yaml.problem("columns", "'columns' must list the columns that the rules use");
    }
    StructType schema = new StructType();
    for (String name : names) {
      schema = schema.add(name, "string");
    }
    return new SourceColumns(schema);
  }

  private SourceColumns typedColumns() {
    YamlMap declared = yaml.map("columns");
    StructType schema = new StructType();
    for (String name : declared.keys()) {
      String expected = "a type such as string, bigint, timestamp or decimal(18,4)";
      schema = schema.add(name, declared.value(name, expected, MappingReader::type));
    }
    return new SourceColumns(schema);
  }

  private static DataType type(String text) {
    try {
      return DataType.fromDDL(text);
    } catch (Exception fault) { // Scala throws ParseException undeclared
      throw new IllegalArgumentException(text, fault);
    }
  }

  private static SourceFormat format(String text) {
    return Arrays.stream(SourceFormat.values())
        .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(text));
  }

  private CsvOptions csv(YamlMap options, SourceFormat format, boolean canonical) {
    if (options == null || format != SourceFormat.CSV) {
      return canonical ? CsvOptions.CANONICAL : new CsvOptions(',', '"', true, false);
    }
    options.allowOnly("delimiter", "quote", "header", "optional_columns");
    return new CsvOptions(
        options.optionalValue("delimiter", "one character", MappingReader::character).orElse(','),
        options.optionalValue("quote", "one character", MappingReader::character).orElse('"'),
        options.optionalFlag("header").orElse(true),
        canonical || options.optionalFlag("optional_columns").orElse(false));
  }

  private static char character(String text) {
    String unescaped = text.equals("\\t") ? "\t" : text;
    if (unescaped.length() != 1 || unescaped.charAt(0) > 127) {
      throw new IllegalArgumentException(text);
    }
    return unescaped.charAt(0);
  }

  private String row(YamlMap options, SourceFormat format) {
    if (format != SourceFormat.XML) {
      boolean isOdd = options != null && format != SourceFormat.CSV && !options.keys().isEmpty();
      if (isOdd) {
        throw yaml.problem("options", "this format has no options");
      }
      return "";
    }
    return Optional.ofNullable(options)
        .map(known -> known.allowOnly("row").optionalText("row").orElse("row"))
        .orElse("row");
  }
}
