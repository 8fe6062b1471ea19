package groundswell.jobs.tables;

import groundswell.schemas.Contract;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What an audit of one table looks at.
 *
 * @param rows that were written, and maybe others that an earlier audit passed
 * @param earlier rows besides them that must not have their keys, if there may be some
 * @param count rows of the whole table, or of {@code rows}: decides how they are counted
 * @param present columns that hold no null by the statistics of their files
 */
record Audited(
    Contract contract,
    Dataset<Row> rows,
    Optional<Dataset<Row>> earlier,
    long count,
    Set<String> present) {}
