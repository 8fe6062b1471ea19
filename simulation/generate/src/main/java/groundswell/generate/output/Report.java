package groundswell.generate.output;

import java.io.Serializable;
import java.util.List;

/**
 * What one block wrote: its counts, its file, and the rows that belong to files of later days.
 * Travels from the machine that wrote the block to the one that finishes the log.
 */
public record Report(int block, Tally tally, LogFile file, List<Parcel> parcels)
    implements Serializable {
  public Report {
    parcels = List.copyOf(parcels);
  }
}
