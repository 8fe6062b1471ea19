package groundswell.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a checkout stands, by git's own files. */
class RevisionTest {
  @TempDir Path checkout;

  @Test
  void a_folder_without_git_has_none() {
    assertThat(Revision.of(checkout)).isEmpty();
  }

  @Test
  void a_branch_is_followed_to_its_commit() throws IOException {
    write("HEAD", "ref: refs/heads/main\n");
    write("refs/heads/main", "4f2a\n");

    assertThat(Revision.of(checkout)).contains("4f2a");
  }

  @Test
  void a_packed_branch_is_found_too() throws IOException {
    write("HEAD", "ref: refs/heads/main\n");
    write("packed-refs", "# pack-refs with: peeled\n77aa refs/heads/other\n4f2a refs/heads/main\n");

    assertThat(Revision.of(checkout)).contains("4f2a");
  }

  @Test
  void a_commit_checked_out_by_itself_is_named() throws IOException {
    write("HEAD", "4f2a\n");

    assertThat(Revision.of(checkout)).contains("4f2a");
  }

  private void write(String name, String text) throws IOException {
    Path file = checkout.resolve(".git").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
