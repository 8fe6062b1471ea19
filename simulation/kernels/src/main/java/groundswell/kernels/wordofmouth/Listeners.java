package groundswell.kernels.wordofmouth;

import java.util.Arrays;

/**
 * Who heard good news on one day, and from which causes how often. Grows to the largest day and
 * then allocates no more.
 */
final class Listeners {
  private static final int NOWHERE = -1;

  private final int causes;
  private final int[] place; // [members] in today's list, or NOWHERE
  private int[] member = new int[1024]; // [listeners]
  private int[] tally; // [listeners][causes] informs of today
  private int count;

  Listeners(int members, int causes) {
    this.causes = causes;
    this.place = new int[members];
    this.tally = new int[member.length * causes];
  }

  void begin() {
    Arrays.fill(place, NOWHERE);
    count = 0;
  }

  void hear(int who, int cause) {
    int row = placeOf(who) * causes; // first: it may move the tally
    tally[row + cause]++;
  }

  int count() {
    return count;
  }

  int member(int listener) {
    return member[listener];
  }

  /** Informs of the same day share one adoption equally; the rest of the division goes first. */
  void shareCredit(int listener, int day, DailyOutcome out) {
    int from = listener * causes;
    int informs = 0;
    for (int cause = 0; cause < causes; cause++) {
      informs += tally[from + cause];
    }
    long share = DailyOutcome.ONE / informs;
    long rest = DailyOutcome.ONE - share * informs;
    for (int cause = 0; cause < causes; cause++) {
      int times = tally[from + cause];
      if (times > 0) {
        out.add(day, cause, share * times + rest);
        rest = 0;
      }
    }
  }

  /** Ends the day. */
  void forget() {
    for (int listener = 0; listener < count; listener++) {
      place[member[listener]] = NOWHERE;
    }
    count = 0;
  }

  private int placeOf(int who) {
    if (place[who] == NOWHERE) {
      if (count == member.length) {
        member = Arrays.copyOf(member, count * 2);
        tally = Arrays.copyOf(tally, count * 2 * causes);
      }
      Arrays.fill(tally, count * causes, (count + 1) * causes, 0);
      place[who] = count;
      member[count++] = who;
    }
    return place[who];
  }
}
