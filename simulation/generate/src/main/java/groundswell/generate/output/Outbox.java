package groundswell.generate.output;

import groundswell.generate.Parameters;
import groundswell.generate.event.Draft;
import groundswell.generate.event.Field;
import groundswell.generate.event.Shape;
import groundswell.generate.event.Vocabulary;
import groundswell.generate.world.Aspect;
import groundswell.generate.world.Calendar;
import groundswell.generate.world.Dice;
import groundswell.generate.world.Streams;
import groundswell.kernels.random.Draws;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes the true events of one block and makes of them what a log is: some late, some twice, some
 * rows that mean nothing. Bad rows are extra rows, so what is true of the community stays whole.
 */
public final class Outbox {
  private static final int LONGEST_DELAY_DAYS = 14;

  private final Parameters parameters;
  private final Calendar calendar;
  private final long defectKey;
  private final RowEncoder encoder;
  private final int day;
  private final Rows rows = new Rows();
  private final List<Parcel> parcels = new ArrayList<>();
  private final Tally tally = new Tally();
  private final Dice dice = new Dice();
  private final long[] types = new long[Vocabulary.canonical().shapes().size()];

  public Outbox(Parameters parameters, Calendar calendar, Streams streams, int day) {
    this.parameters = parameters;
    this.calendar = calendar;
    this.day = day;
    defectKey = streams.key(Aspect.DEFECT);
    encoder = RowEncoder.of(parameters.format());
  }

  /** Takes one event; {@code key} is unique to it. The draft is spoilt afterwards. */
  public void take(Draft event, long key) {
    dice.at(Draws.key(defectKey, key));
    types[event.shape().branch()]++;
    int arrives = arrivalDay();
    if (arrives > day) {
      tally.add("late");
      event.stamp(event.eventId(), event.eventTs(), instantOn(arrives));
    }
    put(event, arrives, Row.EVENT);
    if (dice.chance(parameters.defects().duplicate())) {
      repeat(event, arrives);
    }
    if (dice.chance(parameters.defects().bad())) {
      spoil(event);
    }
  }

  private int arrivalDay() {
    int last = calendar.days() - 1;
    boolean late = dice.chance(parameters.defects().late());
    int delay = 1 + (int) Math.min(LONGEST_DELAY_DAYS - 1, dice.exponential(2));
    return late && day < last ? Math.min(last, day + delay) : day;
  }

  private void repeat(Draft event, int arrived) {
    int kind = dice.weighted(5, 4, 1);
    int last = calendar.days() - 1;
    if (kind == 1 && arrived < last) {
      int again = Math.min(last, arrived + 1 + dice.below(5));
      tally.add("duplicate.other_file");
      event.stamp(event.eventId(), event.eventTs(), instantOn(again));
      put(event, again, Row.COPY);
    } else if (kind == 2) {
      refused("other_payload", BadRow.CONFLICT);
      changePayload(event);
      event.stamp(event.eventId(), event.eventTs(), event.receivedTs() + 1);
      put(event, arrived, Row.REFUSED);
    } else {
      tally.add("duplicate.same_file");
      put(event, arrived, Row.COPY);
    }
  }

  private static void changePayload(Draft event) {
    event.device("television");
    List<Field> fields = event.shape().fields();
    for (int position = 0; position < fields.size(); position++) {
      if (fields.get(position).isOptional()) {
        event.replace(position, null);
      }
    }
  }

  private void spoil(Draft event) {
    List<BadRow> kinds = BadRow.fitting(event, parameters.format());
    BadRow kind = kinds.get(dice.below(kinds.size()));
    refused(kind.key(), kind.reason(parameters.format()));
    tally.add(Row.REFUSED.here());
    event.stamp("bad-" + event.eventId(), event.eventTs(), calendar.last(day));
    kind.spoil(event);
    Bytes out = rows.open();
    int start = out.size();
    encoder.encode(event, out);
    if (kind == BadRow.HALF_LINE) {
      out.truncate(start + (out.size() - start) / 2);
      out.raw('\n');
    }
    rows.close(calendar.last(day));
  }

  private void refused(String kind, String reason) {
    tally.add("bad." + kind);
    tally.add("reason." + reason);
  }

  private void put(Draft event, int onDay, Row row) {
    encoder.encode(event, rows.open());
    if (onDay == day) {
      rows.close(event.receivedTs());
      tally.add(row.here());
    } else {
      parcels.add(new Parcel(onDay, event.receivedTs(), row, rows.withdraw()));
    }
  }

  private long instantOn(int onDay) {
    long begin = calendar.begin(onDay);
    return begin + (long) (dice.uniform() * (calendar.last(onDay) - begin));
  }

  Rows rows() {
    return rows;
  }

  List<Parcel> parcels() {
    return parcels;
  }

  Tally tally() {
    for (Shape shape : Vocabulary.canonical().shapes()) {
      tally.add("type." + shape.eventType(), types[shape.branch()]);
    }
    return tally;
  }
}
