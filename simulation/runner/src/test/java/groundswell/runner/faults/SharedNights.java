package groundswell.runner.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** The first night of a warehouse, run once for all tests of this process. */
final class SharedNights {
  private static Nights first;

  private SharedNights() {}

  static synchronized Nights first(SparkSession spark) throws IOException {
    if (first == null) {
      Path folder = Files.createTempDirectory("groundswell-nights");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> clear(folder)));
      first = Nights.undisturbed(spark, folder, Step.FIRST_MARTS);
    }
    return first;
  }

  private static void clear(Path folder) {
    try {
      FolderCopy.clear(folder);
    } catch (IOException stillInUse) {
      // the system clears its temporary folder
    }
  }
}
