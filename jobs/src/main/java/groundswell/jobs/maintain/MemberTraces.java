package groundswell.jobs.maintain;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.apache.spark.sql.functions.*;

import groundswell.jobs.launch.Workbench;
import groundswell.schemas.Publication;
import groundswell.schemas.StorageFault;
import groundswell.schemas.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;

/**
 * Looks for a text in everything below a warehouse: in the rows of the published tables, and in
 * every file that is there, named by a table or not. Parquet and Avro files are decoded, all others
 * are searched byte by byte.
 */
final class MemberTraces {
  /** Table statistics keep this many characters of a text. */
  private static final int KEPT_IN_STATISTICS = 16;

  private static final String PARQUET = ".parquet";

  private final Workbench bench;
  private final String text;

  MemberTraces(Workbench bench, String text) {
    this.bench = bench;
    this.text = text;
  }

  /** Searches; reads everything once. */
  Traces search() {
    List<Table> tables = List.copyOf(Publication.read(bench.warehouse()).tables().keySet());
    long rows = tables.stream().mapToLong(table -> rows(bench.tables().read(table))).sum();
    List<Path> files = files();
    List<String> places = new ArrayList<>();
    long physical = 0;
    for (Map.Entry<Path, List<String>> folder : parquet(files).entrySet()) {
      long found = rowsOfFiles(folder.getValue());
      physical += found;
      note(found > 0, folder.getKey(), places);
    }
    long others = 0;
    for (Path file : files) {
      boolean holds = !isNamed(file, PARQUET) && holds(file);
      others += holds ? 1 : 0;
      note(holds, file, places);
    }
    return new Traces(tables.size(), rows, files.size(), physical, others, places);
  }

  private void note(boolean isFound, Path place, List<String> places) {
    if (isFound) {
      places.add(bench.warehouse().relativize(place).toString());
    }
  }

  private static Map<Path, List<String>> parquet(List<Path> files) {
    return files.stream()
        .filter(file -> isNamed(file, PARQUET))
        .collect(groupingBy(Path::getParent, TreeMap::new, mapping(Path::toString, toList())));
  }

  private long rowsOfFiles(List<String> files) {
    return rows(bench.spark().read().parquet(files.toArray(String[]::new)));
  }

  private long rows(Dataset<Row> rows) {
    Column holds = lit(false);
    for (StructField field : rows.schema().fields()) {
      if (isText(field.dataType())) {
        Column value = col("`" + field.name() + "`").cast("string");
        holds = holds.or(coalesce(value.contains(text), lit(false)));
      }
    }
    return rows.filter(holds).count();
  }

  private boolean holds(Path file) {
    try {
      return isNamed(file, ".avro") ? holdsRecord(file) : ByteSearch.contains(file, start());
    } catch (IOException fault) {
      throw StorageFault.of("search " + file, fault);
    }
  }

  private boolean holdsRecord(Path file) throws IOException {
    try (DataFileReader<GenericRecord> records =
        new DataFileReader<>(file.toFile(), new GenericDatumReader<>())) {
      while (records.hasNext()) {
        if (records.next().toString().contains(start())) {
          return true;
        }
      }
      return false;
    }
  }

  private String start() {
    return text.substring(0, Math.min(text.length(), KEPT_IN_STATISTICS));
  }

  private List<Path> files() {
    try (Stream<Path> files = Files.walk(bench.warehouse())) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException fault) {
      throw StorageFault.of("list " + bench.warehouse(), fault);
    }
  }

  private static boolean isNamed(Path file, String end) {
    return file.getFileName().toString().endsWith(end);
  }

  private static boolean isText(DataType type) {
    return type.equals(DataTypes.StringType) || type.equals(DataTypes.BinaryType);
  }

  /**
   * What was found.
   *
   * @param rows rows of published tables that hold the text
   * @param physicalRows rows of Parquet files that hold it, published or not
   * @param otherFiles other files that hold it or its first characters
   * @param places folders and files below the warehouse where it was found
   */
  record Traces(
      long tables, long rows, long files, long physicalRows, long otherFiles, List<String> places) {
    boolean areNone() {
      return rows == 0 && physicalRows == 0 && otherFiles == 0;
    }
  }
}
