package groundswell.generate.output;

import static org.assertj.core.api.Assertions.assertThat;

import groundswell.generate.event.Shape;
import groundswell.generate.event.Vocabulary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clean log of 1,000 members over 60 days: its events agree with each other and the truth. */
class LogTest {
  @TempDir private static Path folder;
  private static Log log;
  private static List<GenericRecord> events;

  @BeforeAll
  static void write() {
    log = Log.write(Log.parameters(1_000, 60), folder.resolve("log"));
    events = log.events();
  }

  @Test
  void all_sixty_nine_event_types_occur_as_often_as_the_truth_says() {
    Map<String, Long> counts = new TreeMap<>();
    events.forEach(event -> counts.merge(Log.type(event), 1L, Long::sum));

    assertThat(counts).hasSize(69).isEqualTo(log.truth().events());
    assertThat(log.truth().accepted()).isEqualTo(events.size());
  }

  @Test
  void no_two_events_share_an_id() {
    Set<String> ids = new HashSet<>();
    events.forEach(event -> ids.add(Log.text(event, "event_id")));

    assertThat(ids).hasSize(events.size());
  }

  @Test
  void a_type_that_needs_an_actor_has_one_and_nobody_ties_to_himself() {
    for (GenericRecord event : events) {
      Shape shape = Vocabulary.canonical().shape(Log.type(event));
      String actor = Log.text(event, "actor_id");
      if (shape.needsActor()) {
        assertThat(actor).as(shape.eventType()).isNotBlank();
        assertThat(Log.text(event, "channel")).as(shape.eventType()).isNotEqualTo("unknown");
      }
      if (shape.isTie()) {
        assertThat(actor).isNotEqualTo(Log.text(event, "target_id"));
      }
    }
  }

  @Test
  void no_raw_id_of_a_member_stands_where_nobody_hides_it() {
    List<String> open = List.of("object_id", "causation_id", "correlation_id", "event_id");
    for (GenericRecord event : events) {
      for (String field : open) {
        assertThat(String.valueOf(Log.text(event, field))).doesNotContain("m-00");
      }
    }
  }

  @Test
  void each_member_joins_once_before_anything_else_that_he_does() {
    Map<String, Long> joinedTs = new HashMap<>();
    for (GenericRecord event : events) {
      if (Log.type(event).equals("member_joined")) {
        assertThat(joinedTs.put(Log.text(event, "actor_id"), Log.number(event, "event_ts")))
            .isNull();
      }
    }
    for (GenericRecord event : events) {
      Long joined = joinedTs.get(Log.text(event, "actor_id"));
      if (joined != null) {
        assertThat(Log.number(event, "event_ts"))
            .as(Log.type(event))
            .isGreaterThanOrEqualTo(joined);
      }
    }
    assertThat(joinedTs).hasSize((int) log.truth().outcome().joined());
  }

  @Test
  void a_reply_comes_after_the_post_that_it_answers() {
    Map<String, Long> posted = new HashMap<>();
    List<GenericRecord> replies = new ArrayList<>();
    for (GenericRecord event : events) {
      if ("post".equals(Log.text(event, "object_type")) && event.get("object_id") != null) {
        posted.merge(Log.text(event, "object_id"), Log.number(event, "event_ts"), Math::min);
      }
      if (Log.type(event).equals("reply_created") || Log.type(event).equals("broadcast_reposted")) {
        replies.add(event);
      }
    }
    for (GenericRecord reply : replies) {
      String parent = ((GenericRecord) reply.get("payload")).get("parent_id").toString();
      assertThat(posted).containsKey(parent);
      assertThat(Log.number(reply, "event_ts")).isGreaterThan(posted.get(parent));
    }
    assertThat(replies).isNotEmpty();
  }

  @Test
  void a_file_holds_the_rows_that_were_received_on_its_day_in_their_order() {
    var zone = java.time.ZoneId.of("Asia/Shanghai");
    for (Path file : log.files()) {
      List<GenericRecord> rows = Log.events(file);
      assertThat(rows)
          .isSortedAccordingTo(Comparator.comparing(row -> (Long) row.get("received_ts")));
      for (GenericRecord row : rows) {
        var received = java.time.Instant.ofEpochSecond(Log.number(row, "received_ts") / 1_000_000);
        assertThat(received.atZone(zone).toLocalDate())
            .hasToString(file.getParent().getFileName().toString());
      }
    }
  }

  @Test
  void each_adoption_is_an_order_of_a_phone() {
    Set<String> buyers = new HashSet<>();
    for (GenericRecord event : events) {
      if (Log.type(event).equals("order_placed")
          && ((GenericRecord) event.get("payload")).get("category").toString().equals("phone")) {
        buyers.add(Log.text(event, "actor_id"));
      }
    }

    assertThat(buyers).hasSize((int) log.truth().outcome().adopted());
  }

  @Test
  void four_fifths_of_the_threads_come_from_about_a_fifth_of_the_members() {
    Map<String, Long> threads = new HashMap<>();
    for (GenericRecord event : events) {
      if (Log.type(event).equals("thread_created")
          && Log.text(event, "actor_kind").equals("user")) {
        threads.merge(Log.text(event, "actor_id"), 1L, Long::sum);
      }
    }
    List<Long> counts = threads.values().stream().sorted(Comparator.reverseOrder()).toList();
    long all = counts.stream().mapToLong(Long::longValue).sum();
    long busiest =
        counts.stream().limit(log.truth().outcome().joined() / 5).mapToLong(Long::longValue).sum();

    assertThat((double) busiest / all).isBetween(0.70, 0.95);
  }
}
