package groundswell.jobs.ingest;

import static org.apache.spark.sql.functions.col;

import groundswell.jobs.tables.Tables;
import groundswell.schemas.Columns;
import groundswell.schemas.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;

/** Files of a community that an earlier run took in with the same mapping and the same bytes. */
final class KnownFiles {
  private final Set<String> known = new HashSet<>();

  KnownFiles(Tables tables, String communityId) {
    for (Row row :
        tables
            .read(Table.META_RECONCILIATION)
            .where(col(Columns.COMMUNITY_ID).equalTo(communityId))
            .select(Columns.SOURCE_FILE, Columns.FILE_BYTES, Columns.FILE_HASH)
            .collectAsList()) {
      known.add(key(row.getString(0), row.getLong(1), row.getString(2)));
    }
  }

  /** The files that are new or changed, numbered anew. */
  List<InputFile> without(List<InputFile> files, Map<String, String> hashes) {
    List<InputFile> fresh =
        files.stream()
            .filter(
                file -> !known.contains(key(file.name(), file.bytes(), hashes.get(file.name()))))
            .toList();
    return InputFile.numbered(fresh);
  }

  private static String key(String name, long bytes, String hash) {
    return name + "\n" + bytes + "\n" + hash;
  }
}
