package groundswell.jobs.tables;

import static java.nio.charset.StandardCharsets.UTF_8;

import groundswell.schemas.Table;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a run is made from. Two runs with equal keys write equal tables, so the second need not.
 *
 * @param slice what it replaces
 * @param inputs snapshot ids of the tables it reads
 * @param outputs tables it writes
 * @param configHash hash of the configuration and of inputs that are no tables
 * @param caughtUp communities of which it uses up all that the inputs hold
 * @param sources what it reads that is no table
 */
public record Run(
    String stage,
    Slice slice,
    Map<Table, Long> inputs,
    Set<Table> outputs,
    String configHash,
    String codeVersion,
    Set<String> caughtUp,
    List<RunSource> sources) {

  public Run {
    sources = List.copyOf(sources);
    inputs = java.util.Collections.unmodifiableMap(new TreeMap<>(inputs));
    outputs = java.util.Collections.unmodifiableSet(new TreeSet<>(outputs));
    caughtUp = java.util.Collections.unmodifiableSet(new TreeSet<>(caughtUp));
  }

  /** A run that reads and writes nothing yet; the {@code with} methods add to it. */
  public static Run of(String stage, Slice slice) {
    return new Run(stage, slice, Map.of(), Set.of(), "", "", Set.of(), List.of());
  }

  /** Reads the published state of these tables. */
  public Run reading(Tables tables, Table... read) {
    Map<Table, Long> all = new TreeMap<>(inputs);
    for (Table table : read) {
      tables.snapshotId(table).ifPresent(id -> all.put(table, id));
    }
    return new Run(stage, slice, all, outputs, configHash, codeVersion, caughtUp, sources);
  }

  /** Writes these tables. */
  public Run writing(Table... written) {
    return new Run(
        stage, slice, inputs, Set.of(written), configHash, codeVersion, caughtUp, sources);
  }

  /** Depends on this configuration: settings, and hashes of inputs that are no tables. */
  public Run configuredBy(String... settings) {
    String hash = hash(String.join("\n", settings));
    return new Run(stage, slice, inputs, outputs, hash, codeVersion, caughtUp, sources);
  }

  /** Is made by this version of the code. */
  public Run madeBy(String version) {
    return new Run(stage, slice, inputs, outputs, configHash, version, caughtUp, sources);
  }

  /** Uses up all that the inputs hold of these communities. */
  public Run catchingUp(Set<String> communityIds) {
    return new Run(stage, slice, inputs, outputs, configHash, codeVersion, communityIds, sources);
  }

  /** Reads these files; the configuration holds a hash of them, so they are no part of the key. */
  public Run readingFiles(List<RunSource> files) {
    return new Run(stage, slice, inputs, outputs, configHash, codeVersion, caughtUp, files);
  }

  /** Hash of everything that decides what the run writes: 16 hex digits. */
  public String key() {
    return hash(String.join("\n", stage, slice.text(), inputsText(), configHash, codeVersion));
  }

  /** Inputs as {@code table=snapshot}, sorted, separated by commas. */
  String inputsText() {
    return inputs.entrySet().stream()
        .map(input -> input.getKey() + "=" + input.getValue())
        .collect(Collectors.joining(","));
  }

  private static String hash(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("Every JDK has SHA-256", absent);
    }
  }
}
