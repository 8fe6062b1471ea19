package groundswell.generate.output;

import java.io.Serializable;

/** One encoded row on its way to the file of a later day. The array is handed over once. */
record Parcel(int day, long receivedTs, Row kind, byte[] row) implements Serializable {}
