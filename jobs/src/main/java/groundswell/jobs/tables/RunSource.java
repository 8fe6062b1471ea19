package groundswell.jobs.tables;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Files that a run took in: what one needs to take them in again.
 *
 * @param mapping the source's mapping
 * @param mappingHash SHA-256 of the mapping
 * @param input folder of the files
 * @param filesHash SHA-256 over names and contents of the files and the mapping
 * @param files how many there were
 * @param from first day of the files, if that was asked for
 * @param to last day of the files, if that was asked for
 */
public record RunSource(
    String mapping,
    String mappingHash,
    String input,
    String filesHash,
    int files,
    Optional<LocalDate> from,
    Optional<LocalDate> to) {}
