package groundswell.jobs.ingest;

import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * One source as its YAML file describes it, checked. See {@code docs/sources.md} for every key.
 *
 * @param place the file, for messages
 * @param files globs over paths below the input folder
 * @param row name of the XML element that is a row; empty for other formats
 * @param canonical true when the rows are events already
 * @param timestampZone zone of local times without an offset
 * @param earliest events before it are refused
 */
record SourceMapping(
    String place,
    Community community,
    SourceFormat format,
    List<String> files,
    CsvOptions csv,
    String row,
    SourceColumns columns,
    boolean canonical,
    ZoneId timestampZone,
    Instant earliest,
    List<CompiledRule> rules)
    implements Serializable {

  SourceMapping {
    files = List.copyOf(files);
    rules = List.copyOf(rules);
  }
}
