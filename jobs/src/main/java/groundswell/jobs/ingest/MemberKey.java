package groundswell.jobs.ingest;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.spark.unsafe.types.UTF8String;

/** The key under which a warehouse knows a member. */
public final class MemberKey {
  private MemberKey() {}

  /**
   * The pseudonym of a raw id, with the secret of the warehouse.
   *
   * @param say takes one line when the secret had to be made
   */
  public static String of(Path warehouse, String communityId, String rawId, Consumer<String> say) {
    byte[] secret = PseudonymKey.of(warehouse, System.getenv(PseudonymKey.VARIABLE), say);
    return new Pseudonyms(secret, communityId, ErasedMembers.NONE)
        .of(UTF8String.fromString(rawId))
        .toString();
  }
}
