package groundswell.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathGlobTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      textBlock =
          """
          *.csv a.csv true
          *.csv 2026/a.csv true
          *.csv a.csv.gz false
          day/*.csv day/a.csv true
          day/*.csv day/01/a.csv false
          **/a.csv a.csv true
          **/a.csv 2026/01/a.csv true
          **/a.csv ba.csv false
          a?.csv ab.csv true
          {Post,Comment}.csv* Comment.csv.gz true
          {Post,Comment}.csv* Person.csv.gz false
          a.csv abcsv false
          a{b a{b true
          """)
  void a_pattern_matches_these_paths(String glob, String path, boolean matches) {
    assertThat(PathGlob.of(glob).matches(path)).isEqualTo(matches);
  }
}
