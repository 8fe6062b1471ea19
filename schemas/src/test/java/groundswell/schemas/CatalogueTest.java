package groundswell.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is generated from the contracts is as fresh as they are. */
class CatalogueTest {
  @Test
  @Tag("guarantee-17")
  void tables_columns_and_pages_follow_from_the_contracts() throws IOException {
    for (Map.Entry<Path, String> file :
        Catalogue.of(CatalogueWriter.projectRoot()).files().entrySet()) {
      assertThat(file.getKey()).as("run ./groundswell docs").exists();
      assertThat(Files.readString(file.getKey()))
          .as("%s: run ./groundswell docs", file.getKey())
          .isEqualTo(file.getValue());
    }
  }
}
