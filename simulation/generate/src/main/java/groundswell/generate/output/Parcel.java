package groundswell.generate.output;

import java.io.Serializable;

/**
 * One encoded row on its way to the file of a later day. The array is handed over once.
 *
 * @param repeat true for an event that was sent before
 */
record Parcel(int day, long receivedTs, boolean repeat, byte[] row) implements Serializable {}
