package groundswell.jobs.ingest;

import groundswell.jobs.launch.Workbench;
import groundswell.jobs.tables.InternalRows;
import groundswell.jobs.tables.RunSource;
import groundswell.schemas.ExitCode;
import groundswell.schemas.Refusal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The files of a source that no earlier run took in.
 *
 * @param seen files that the folder holds, fresh or not
 * @param hashes hash of each file by its name
 */
record FreshFiles(
    MappingReader.Read mapping,
    Path folder,
    int seen,
    List<InputFile> files,
    Map<String, String> hashes) {

  static FreshFiles of(Workbench bench, SourceFolder source, DayRange days) {
    MappingReader.Read read =
        MappingReader.read(source.source(), new InternalRows(bench.spark())::none);
    List<InputFile> files = new InputFiles(source.input(), read.mapping()).list(days);
    Map<String, String> hashes = FileHashes.of(source.source(), files);
    KnownFiles known = new KnownFiles(bench.tables(), read.mapping().community().id());
    return new FreshFiles(read, source.input(), files.size(), known.without(files, hashes), hashes);
  }

  /**
   * Two sources of one community may name their files alike; accounts could not tell them apart.
   */
  static void requireOneSourcePerCommunity(List<FreshFiles> sources) {
    Set<String> communities = new HashSet<>();
    for (FreshFiles source : sources) {
      if (!communities.add(source.community().id())) {
        throw new Refusal(
            ExitCode.USAGE,
            "Two sources of community %s in one run; ingest them one after another"
                .formatted(source.community().id()));
      }
    }
  }

  /** One hash over the files of all sources. */
  static String hash(List<FreshFiles> sources) {
    MessageDigest digest = FileHashes.sha256();
    for (FreshFiles source : sources) {
      Map<String, String> sorted = new TreeMap<>();
      source.files.forEach(file -> sorted.put(file.name(), source.hashes.get(file.name())));
      sorted.forEach(
          (name, hash) ->
              digest.update((name + "\n" + hash + "\n").getBytes(StandardCharsets.UTF_8)));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** What a manifest says of them. */
  RunSource described(DayRange days) {
    Path place = Path.of(mapping.mapping().place()).toAbsolutePath().normalize();
    return new RunSource(
        place.toString(),
        FileHashes.of(place),
        folder.toAbsolutePath().normalize().toString(),
        hash(List.of(this)),
        files.size(),
        Optional.ofNullable(days.from()),
        Optional.ofNullable(days.to()));
  }

  Community community() {
    return mapping.mapping().community();
  }

  boolean isEmpty() {
    return files.isEmpty();
  }

  String nothingNew() {
    return "all %d files of %s were ingested before; nothing new".formatted(seen, folder);
  }
}
