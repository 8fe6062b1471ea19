package groundswell.jobs.tables;

import static java.nio.charset.StandardCharsets.UTF_8;

import groundswell.schemas.CodeVersion;
import groundswell.schemas.Contracts;
import groundswell.schemas.EventTypes;
import groundswell.schemas.Revision;
import groundswell.schemas.Table;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.apache.spark.sql.SparkSession;

/**
 * The program that a run was made by, and its settings.
 *
 * @param programVersion released version
 * @param gitRevision commit of the checkout that the launcher ran from; empty without one
 * @param eventSchemas checksum of the Avro schemas of all events
 * @param contracts versions of the contracts of tables read and written
 * @param spark Spark's settings, without secrets
 */
public record RunOrigin(
    String programVersion,
    Optional<String> gitRevision,
    String eventSchemas,
    Map<Table, String> contracts,
    Map<String, String> spark) {
  private static final String VERSION =
      Optional.ofNullable(CodeVersion.class.getPackage().getImplementationVersion())
          .orElse("development");

  public RunOrigin {
    contracts = Collections.unmodifiableMap(new TreeMap<>(contracts));
    spark = Collections.unmodifiableMap(new TreeMap<>(spark));
  }

  /** Of the program that runs. */
  static RunOrigin ofThisProgram(SparkSession session, Collection<Table> tables) {
    Map<Table, String> contracts = new TreeMap<>();
    tables.forEach(table -> contracts.put(table, Contracts.of(table).version()));
    return new RunOrigin(
        VERSION,
        Revision.of(Path.of(System.getProperty("groundswell.home", ""))),
        Events.CHECKSUM,
        contracts,
        SparkSettings.of(session));
  }

  /** Computed once, on first use. */
  private static final class Events {
    private static final String CHECKSUM = checksum();

    private static String checksum() {
      CRC32C checksum = new CRC32C();
      checksum.update(EventTypes.envelope().toString().getBytes(UTF_8));
      return "%08x".formatted(checksum.getValue());
    }
  }
}
