package groundswell.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import groundswell.jobs.SparkCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sources of which no line of code knows: a mapping file each, over rows as those sources write.
 */
class MappingAloneTest extends SparkCase {
  private static final String TAKEN_BACK = "2012-09-01T00:00:00.000+00:00|true|";
  private static final String KEPT = "2019-12-30T00:00:00.000+00:00|false|";
  private static final String BEGINNING = "creationDate|deletionDate|explicitlyDeleted|";
  private static final String AT = "2011-08-05T04:45:24.147+00:00|";

  @TempDir private Path folder;
  private Path data;

  @BeforeEach
  void makeFolder() throws IOException {
    data = Files.createDirectories(folder.resolve("data"));
  }

  @Test
  void a_social_network_in_pipe_separated_files() throws IOException {
    file(
        "Person.csv", BEGINNING + "id|email", AT + KEPT + "14|a@b.c", AT + TAKEN_BACK + "32|d@e.f");
    file("Person_knows_Person.csv", BEGINNING + "Person1Id|Person2Id", AT + TAKEN_BACK + "14|32");
    file("Post.csv", BEGINNING + "id|CreatorPersonId|ContainerForumId", AT + KEPT + "600|14|0");
    file(
        "Comment.csv",
        BEGINNING + "id|CreatorPersonId|ParentPostId|ParentCommentId",
        AT + KEPT + "601|32|600|",
        AT + TAKEN_BACK + "602|14||601");
    file("Person_likes_Post.csv", BEGINNING + "PersonId|PostId", AT + KEPT + "32|600");
    file("Forum.csv", BEGINNING + "id|ModeratorPersonId", AT + KEPT + "0|14");

    Ingested ingested = ingest("ldbc");

    assertThat(types(ingested))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "content_removed", 1L,
                "friend_confirmed", 1L,
                "friend_removed", 1L,
                "member_joined", 2L,
                "member_left", 1L,
                "reaction_added", 1L,
                "reply_created", 2L,
                "thread_created", 1L));
    assertThat(ingested.reasons()).containsExactly(Map.entry("IGNORED", 1L));
  }

  @Test
  void ratings_of_members_by_members() throws IOException {
    file(
        "ratings.csv",
        "source,target,rating,time",
        "6,2,4,1289241912",
        "6,5,-10,1289241942",
        "5,6,1,1289241943.37",
        "5,6,0,1289241944",
        "5,6,11,1289241945");

    Ingested ingested = ingest("bitcoin-otc");

    assertThat(
            ingested.events().select("reaction").orderBy("event_ts").collectAsList().stream()
                .map(row -> row.getString(0)))
        .containsExactly("up", "down");
    assertThat(ingested.reasons())
        .containsExactlyInAnyOrderEntriesOf(Map.of("BAD_TYPE", 1L, "SCHEMA_UNKNOWN", 2L));
  }

  private Ingested ingest(String example) {
    return Ingested.of(
        spark(), folder.resolve("warehouse"), Examples.path(example + "/source.yaml"), data);
  }

  private void file(String name, String... lines) throws IOException {
    Files.write(data.resolve(name), List.of(lines));
  }

  private static Map<String, Long> types(Ingested ingested) {
    Map<String, Long> types = new TreeMap<>();
    for (Row row : ingested.events().groupBy("event_type").count().collectAsList()) {
      types.put(row.getString(0), row.getLong(1));
    }
    return types;
  }
}
