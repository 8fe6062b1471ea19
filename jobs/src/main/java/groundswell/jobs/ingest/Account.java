package groundswell.jobs.ingest;

import groundswell.schemas.ExitCode;
import groundswell.schemas.Refusal;
import java.util.List;

/**
 * What became of the rows of one file. Grain: run, community and file; one row of {@code
 * meta.reconciliation}.
 *
 * @param rowsRead rows or records of the file; a row refused as a whole is one, a lost tail too
 * @param eventsRead events that the rows say, and refused or ignored rows
 * @param accepted rows counted in the table after the write
 */
record Account(
    String communityId,
    InputFile file,
    String hash,
    long rowsRead,
    long eventsRead,
    long accepted,
    long duplicate,
    long rejected,
    long erased) {

  boolean isBalanced() {
    return eventsRead == accepted + duplicate + rejected + erased;
  }

  /** Refuses a run in which an event went missing or came out of nowhere. */
  static void requireBalance(List<Account> accounts) {
    List<Account> broken = accounts.stream().filter(account -> !account.isBalanced()).toList();
    if (!broken.isEmpty()) {
      Account first = broken.get(0);
      throw new Refusal(
          ExitCode.RECONCILIATION_BROKEN,
          """
          %d of %d files do not add up
            example: %s: read %d, accepted %d, duplicate %d, rejected %d, erased %d
            rule: read = accepted + duplicate + rejected + erased
            nothing was published; maybe the file changed while it was read: run ingest again"""
              .formatted(
                  broken.size(),
                  accounts.size(),
                  first.file.name(),
                  first.eventsRead,
                  first.accepted,
                  first.duplicate,
                  first.rejected,
                  first.erased));
    }
  }
}
