package groundswell.planning.store;

/**
 * What a stage did.
 *
 * @param stage stage word
 * @param rowsIn rows read
 * @param rowsOut rows published; 0 when nothing changed
 * @param rejected rows refused
 * @param note a sentence for people
 */
public record StageResult(String stage, long rowsIn, long rowsOut, long rejected, String note) {}
