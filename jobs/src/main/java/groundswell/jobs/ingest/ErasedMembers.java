package groundswell.jobs.ingest;

import static org.apache.spark.sql.functions.col;

import groundswell.jobs.tables.Tables;
import groundswell.schemas.Columns;
import groundswell.schemas.Table;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Members of one community whose erasure was asked for. Holds hashes of their keys: who reads the
 * ledger alone learns nobody's key, and who has a key can test whether it is listed.
 */
public final class ErasedMembers implements Serializable {
  static final ErasedMembers NONE = new ErasedMembers(Set.of());

  private static final long serialVersionUID = 1L;
  private static final String PURPOSE = "groundswell erasure\n";

  private final Set<String> hashes;

  private ErasedMembers(Set<String> hashes) {
    this.hashes = hashes;
  }

  /** Those that {@code meta.erasure_ledger} lists. */
  public static ErasedMembers of(Tables tables, String communityId) {
    return new ErasedMembers(
        tables
            .read(Table.META_ERASURE_LEDGER)
            .where(col(Columns.COMMUNITY_ID).equalTo(communityId))
            .select(Columns.MEMBER_HASH)
            .collectAsList()
            .stream()
            .map(row -> row.getString(0))
            .collect(Collectors.toSet()));
  }

  /** True when nobody was. */
  boolean isEmpty() {
    return hashes.isEmpty();
  }

  /** True when the member of this key was erased. */
  public boolean contains(String memberKey) {
    return !isEmpty() && hashes.contains(hash(memberKey));
  }

  boolean contains(UTF8String memberKey) {
    return !isEmpty() && contains(memberKey.toString());
  }

  /** SHA-256 of a key, in hex; FIPS 180-4. */
  public static String hash(String memberKey) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((PURPOSE + memberKey).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("Every JDK has SHA-256", absent);
    }
  }
}
