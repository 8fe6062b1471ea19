package groundswell.jobs.ingest;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/**
 * Shares files among tasks: neighbours in the sorted list stay together, as they hold neighbouring
 * days, and each task gets about as many bytes. What is read does not depend on the sharing.
 */
final class FileGroups {
  private static final int TASKS_PER_CORE = 4;

  private FileGroups() {}

  static List<List<InputFile>> of(List<InputFile> files, SparkSession spark) {
    return of(files, TASKS_PER_CORE * spark.sparkContext().defaultParallelism());
  }

  static List<List<InputFile>> of(List<InputFile> files, int tasks) {
    long total = files.stream().mapToLong(InputFile::bytes).sum();
    long share = Math.max(1, total / tasks);
    List<List<InputFile>> groups = new ArrayList<>();
    List<InputFile> group = new ArrayList<>();
    long bytes = 0;
    for (InputFile file : files) {
      group.add(file);
      bytes += file.bytes();
      if (bytes >= share) {
        groups.add(List.copyOf(group));
        group.clear();
        bytes = 0;
      }
    }
    if (!group.isEmpty()) {
      groups.add(List.copyOf(group));
    }
    return groups;
  }
}
