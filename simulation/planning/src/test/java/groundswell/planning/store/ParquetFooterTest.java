package groundswell.planning.store;

import static org.assertj.core.api.Assertions.assertThat;

import groundswell.schemas.Table;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Util;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two files of equal rows are equal, whatever order the library listed their encodings in. */
class ParquetFooterTest {
  @TempDir private Path folder;

  @Test
  void files_that_differ_in_the_order_of_encodings_alone_become_equal() throws IOException {
    Path file = someDataFile();
    byte[] sorted = Files.readAllBytes(file);

    reverseEncodings(file);
    assertThat(Files.readAllBytes(file)).hasSameSizeAs(sorted).isNotEqualTo(sorted);

    ParquetFooter.sortEncodings(file);
    assertThat(Files.readAllBytes(file)).isEqualTo(sorted);
  }

  @Test
  void every_column_of_what_the_store_writes_lists_its_encodings_in_order() throws IOException {
    List<Encoding> encodings =
        footer(someDataFile()).getRow_groups().get(0).getColumns().get(0).meta_data.getEncodings();

    assertThat(encodings).hasSizeGreaterThan(1).isSorted();
  }

  private Path someDataFile() {
    Path warehouse = SmallRoute.run(folder);
    try (Warehouse open = Warehouse.open(warehouse)) {
      var table = Table.SIMULATION_SALE_DRAW;
      return warehouse.resolve(open.publication().table(table).orElseThrow().files().get(0));
    }
  }

  private static FileMetaData footer(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      in.skipNBytes(start(file));
      return Util.readFileMetaData(in);
    }
  }

  private static void reverseEncodings(Path file) throws IOException {
    FileMetaData footer = footer(file);
    for (var column : footer.getRow_groups().get(0).getColumns()) {
      List<Encoding> reversed = new ArrayList<>(column.getMeta_data().getEncodings());
      Collections.reverse(reversed);
      column.getMeta_data().setEncodings(reversed);
    }
    long start = start(file);
    var bytes = new java.io.ByteArrayOutputStream();
    Util.writeFileMetaData(footer, bytes);
    try (var out = new RandomAccessFile(file.toFile(), "rw")) {
      out.seek(start);
      out.write(bytes.toByteArray());
    }
  }

  private static long start(Path file) throws IOException {
    try (var in = new RandomAccessFile(file.toFile(), "r")) {
      in.seek(in.length() - 8);
      return in.length() - 8 - Integer.reverseBytes(in.readInt());
    }
  }
}
