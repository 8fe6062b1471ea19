package groundswell.jobs.facts;

import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.apache.spark.sql.Row;
import scala.Tuple3;

/** Events in, lives out: of every member whom they show, as far as these events tell. */
final class CondensedLives implements Iterator<Tuple3<String, String, MemberLife>> {
  /** Members held at a time; who is seen again later has a second part of life. */
  private static final int MOST_MEMBERS = 200_000;

  private final Iterator<Row> events;
  private final Map<String, Map<String, MemberLife>> lives = new HashMap<>();
  private int members;
  private Iterator<MemberLife> ready = Collections.emptyIterator();

  CondensedLives(Iterator<Row> events) {
    this.events = events;
  }

  @Override
  public boolean hasNext() {
    if (!ready.hasNext()) {
      condense();
    }
    return ready.hasNext();
  }

  @Override
  public Tuple3<String, String, MemberLife> next() {
    MemberLife life = ready.next();
    return new Tuple3<>(life.communityId, life.key, life);
  }

  private void condense() {
    lives.clear();
    members = 0;
    while (events.hasNext() && members < MOST_MEMBERS) {
      take(new MemberEvent(events.next()));
    }
    ready = lives.values().stream().flatMap(one -> one.values().stream()).iterator();
  }

  private void take(MemberEvent event) {
    for (int role = 0; role < event.roles(); role++) {
      if (event.key(role) != null) {
        life(event, event.key(role)).see(event, role);
      }
    }
    if (event.isType("member_invited") && event.target() != null) {
      life(event, event.target()).enter(event);
    }
  }

  private MemberLife life(MemberEvent event, String key) {
    return lives
        .computeIfAbsent(event.communityId(), community -> new HashMap<>())
        .computeIfAbsent(
            key,
            member -> {
              members++;
              return new MemberLife(event.communityId(), member);
            });
  }
}
