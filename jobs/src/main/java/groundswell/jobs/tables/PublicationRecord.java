package groundswell.jobs.tables;

import groundswell.schemas.Contract;
import groundswell.schemas.Contracts;
import groundswell.schemas.Publication;
import groundswell.schemas.PublishedTable;
import groundswell.schemas.Table;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * What a publication holds, table by table. The tables that tell of runs are left out: their own
 * state is not there yet when it is told.
 *
 * @param next the publication, with the tables as they were before
 * @param written what the run wrote
 */
record PublicationRecord(Publication next, String stage, Map<Table, Written> written) {
  private static final Set<Table> OF_RUNS =
      Set.of(Table.META_RUN, Table.META_PUBLICATION, Table.META_CONTRACT_STATUS);

  /** Rows of {@code meta.publication}. */
  List<Row> tables() {
    Map<String, Row> rows = new TreeMap<>();
    next.tables().forEach((table, state) -> rows.put(table.fullName(), kept(table, state)));
    written.forEach((table, done) -> rows.put(table.fullName(), changed(table, done)));
    OF_RUNS.forEach(table -> rows.remove(table.fullName()));
    return new ArrayList<>(rows.values());
  }

  /** Rows of {@code meta.contract_status}: every contract that the code knows. */
  List<Row> contracts() {
    return Contracts.all().stream().map(this::status).toList();
  }

  private Row kept(Table table, PublishedTable state) {
    return row(table, state.snapshotId(), state.rows(), state.contractVersion(), 0, 0, false);
  }

  private Row changed(Table table, Written done) {
    return row(
        table,
        done.snapshotId(),
        done.total(),
        Contracts.of(table).version(),
        done.added(),
        done.removed(),
        true);
  }

  private Row row(
      Table table,
      long snapshotId,
      long rows,
      String version,
      long added,
      long removed,
      boolean isChanged) {
    return RowFactory.create(
        next.name(),
        Timestamp.from(next.publishedAt()),
        stage,
        next.dataCompleteThrough().map(Date::valueOf).orElse(null),
        table.fullName(),
        snapshotId,
        rows,
        version,
        isChanged,
        added,
        removed);
  }

  private Row status(Contract contract) {
    Optional<String> published = publishedVersion(contract);
    return RowFactory.create(
        contract.table().fullName(),
        contract.version(),
        published.orElse(null),
        published.map(version -> state(contract.version(), version)).orElse("not_published"),
        String.join(",", contract.key()),
        (long) contract.columns().size(),
        (long) contract.rules().size(),
        next.name());
  }

  private Optional<String> publishedVersion(Contract contract) {
    return written.containsKey(contract.table()) || OF_RUNS.contains(contract.table())
        ? Optional.of(contract.version())
        : next.table(contract.table()).map(PublishedTable::contractVersion);
  }

  private static String state(String known, String published) {
    int order = numbers(published).compareTo(numbers(known));
    return order < 0 ? "behind" : order > 0 ? "ahead" : "current";
  }

  /** A version in a form whose order is that of versions. */
  private static String numbers(String version) {
    StringBuilder padded = new StringBuilder();
    for (String number : version.split("\\.", -1)) {
      padded.append("%06d.".formatted(Integer.parseInt(number)));
    }
    return padded.toString();
  }
}
