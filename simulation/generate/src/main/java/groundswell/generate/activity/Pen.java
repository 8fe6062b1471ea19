package groundswell.generate.activity;

import groundswell.generate.event.Draft;
import groundswell.generate.event.Vocabulary;
import groundswell.generate.output.Outbox;
import groundswell.generate.world.City;
import groundswell.generate.world.Community;
import groundswell.generate.world.Dice;
import groundswell.generate.world.People;
import groundswell.kernels.random.Draws;

/**
 * Writes the events of one day. Every event's id is a function of its chain's key and its place in
 * the chain, so it is the same whichever block plays the chain. Not for two threads at once.
 */
final class Pen {
  /** Longest time until the source wrote an event down [microseconds]. */
  private static final int MOST_LATENCY = 3_000_000;

  private final Community community;
  private final Outbox outbox;
  private final long firstMicros;
  private final long lastMicros;
  private final Draft draft = new Draft();
  private final Dice dice = new Dice();
  private final String zone;
  private long chain;
  private int place;
  private long at;

  Pen(Community community, int day, Outbox outbox) {
    this.community = community;
    this.outbox = outbox;
    zone = community.calendar().zone().getId();
    firstMicros = community.calendar().begin(day);
    lastMicros = community.calendar().last(day);
  }

  /** Begins a chain: returns its dice, and counts its events from here. */
  Dice chain(long key) {
    chain = key;
    place = 0;
    return dice.at(key);
  }

  /** An event that nobody acts in, such as a price. */
  Draft note(String eventType, long micros) {
    return begin(eventType, micros) ? draft.from("aurora-office") : draft;
  }

  /** An event of a member. */
  Draft member(String eventType, int person, long micros) {
    if (begin(eventType, micros)) {
      City city = community.people().city(person);
      draft
          .by(People.id(person), "user", city.zone())
          .device((person & 7) == 0 ? "desktop" : "phone");
    }
    return draft;
  }

  /** An event of somebody whom the firm employs. */
  Draft staff(String eventType, int number, long micros) {
    if (begin(eventType, micros)) {
      draft.by(Staff.id(number), Staff.kind(number), zone).device("desktop");
    }
    return draft;
  }

  /** True when the event falls on the day and will be written. */
  private boolean begin(String eventType, long micros) {
    at = micros;
    boolean isToday = at >= firstMicros && at <= lastMicros;
    if (isToday) {
      draft.begin(Vocabulary.canonical().shape(eventType));
    } else {
      draft.skip();
    }
    return isToday;
  }

  /** The event that was begun last. */
  Draft current() {
    return draft;
  }

  /** Sends the event if it falls on the day. */
  void send() {
    long key = Draws.key(chain, ++place);
    if (at >= firstMicros && at <= lastMicros) {
      long received = at + (key >>> 1) % MOST_LATENCY;
      draft.stamp(Ids.event(at, key), at, Math.min(received, lastMicros));
      outbox.take(draft, key);
    }
  }

  /** Sends the event if it falls on the day; returns its id in any case. */
  String sendForId() {
    send();
    return Ids.event(at, Draws.key(chain, place));
  }
}
