package groundswell.jobs.marts.ties;

import groundswell.jobs.facts.ChannelDimension;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * All directed ties of a community that have not faded to nothing, each with its last week and its
 * weight then. Kept in arrays in the order of (pair, channel, direction), into which each week is
 * merged; 24 bytes a tie.
 */
final class LivingTies {
  static final UTF8String ALL = UTF8String.fromString("all");

  /** In the order in which rows come sorted. */
  private static final List<UTF8String> CHANNELS =
      ChannelDimension.rows().stream()
          .map(channel -> channel.getString(0))
          .sorted()
          .map(UTF8String::fromString)
          .toList();

  private static final int DAYS = 7;

  private final int halfLifeDays;
  private double[] left = {1}; // [weeks] of a weight, that many weeks later
  private long[] pairs = {};
  private int[] slots = {}; // [ties] 2 · channel + (0 upward, 1 downward)
  private long[] weights = {}; // [ties] millionths at the end of the last week
  private int[] weeks = {}; // [ties] last week with a contact
  private int count;

  LivingTies(int halfLifeDays) {
    this.halfLifeDays = halfLifeDays;
  }

  /** Merges the contacts of a week, sorted as the ties are; what has faded to nothing goes. */
  void take(int week, List<NetworkEvent> contacts) {
    LivingTies older = copy();
    reserve(older.count + contacts.size());
    count = 0;
    int at = 0;
    for (NetworkEvent contact : contacts) {
      int slot = 2 * CHANNELS.indexOf(contact.name()) + (contact.isUpward() ? 0 : 1);
      while (at < older.count && older.isBefore(at, contact.pair(), slot)) {
        keep(older, at++, week);
      }
      if (at < older.count && older.pairs[at] == contact.pair() && older.slots[at] == slot) {
        at++; // its weight is in that of the contact
      }
      append(contact.pair(), slot, contact.millionths(), week);
    }
    while (at < older.count) {
      keep(older, at++, week);
    }
  }

  /** The networks of the week that have a tie: of all channels, then of each. */
  List<WeekNetwork> networks(int week) {
    WeekNetwork[] networks = new WeekNetwork[CHANNELS.size() + 1];
    Arrays.setAll(
        networks, place -> new WeekNetwork(place < CHANNELS.size() ? CHANNELS.get(place) : ALL));
    long[] now = new long[2 * networks.length];
    for (int tie = 0; tie < count; tie++) {
      long weight = later(tie, week);
      now[slots[tie]] = weight;
      now[2 * CHANNELS.size() + slots[tie] % 2] += weight;
      if (tie == count - 1 || pairs[tie + 1] != pairs[tie]) {
        for (int place = 0; place < networks.length; place++) {
          networks[place].add(pairs[tie], now[2 * place], now[2 * place + 1]);
        }
        Arrays.fill(now, 0);
      }
    }
    return Stream.of(networks).filter(network -> !network.isEmpty()).toList();
  }

  private void keep(LivingTies older, int tie, int week) {
    if (older.later(tie, week) > 0) {
      append(older.pairs[tie], older.slots[tie], older.weights[tie], older.weeks[tie]);
    }
  }

  private void append(long pair, int slot, long weight, int week) {
    pairs[count] = pair;
    slots[count] = slot;
    weights[count] = weight;
    weeks[count] = week;
    count++;
  }

  private boolean isBefore(int tie, long pair, int slot) {
    return pairs[tie] < pair || (pairs[tie] == pair && slots[tie] < slot);
  }

  /** The weight at the end of a later week; rounds as {@link Decay#later} does, once. */
  private long later(int tie, int week) {
    int idle = (week - weeks[tie]) / DAYS;
    for (int known = left.length; known <= idle; known++) {
      left = Arrays.copyOf(left, known + 1);
      left[known] = Decay.left(known * DAYS, halfLifeDays);
    }
    return (long) Math.floor(weights[tie] * left[idle]);
  }

  private LivingTies copy() {
    LivingTies copy = new LivingTies(halfLifeDays);
    copy.left = left;
    copy.pairs = pairs;
    copy.slots = slots;
    copy.weights = weights;
    copy.weeks = weeks;
    copy.count = count;
    return copy;
  }

  private void reserve(int ties) {
    pairs = new long[ties];
    slots = new int[ties];
    weights = new long[ties];
    weeks = new int[ties];
  }
}
