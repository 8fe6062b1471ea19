package groundswell.kernels.wordofmouth;

import groundswell.kernels.network.Network;
import groundswell.kernels.network.RowAhead;
import groundswell.kernels.random.Draws;
import groundswell.kernels.random.NaturalLog;
import java.util.Arrays;

/**
 * How news of a product spreads through a community in daily steps, along typed ties, from seeds
 * and advertising. Each arc draws once, E = -ln U, and informs on the first day by which the
 * cumulative hazard of its class, times its strength, has reached E. So a replication costs the
 * arcs of those who adopt, not arcs times days, and two runs on the same random numbers differ only
 * by what differs between them.
 *
 * <p>Within a day everything is an integer reduction: the order of processing has no effect. One
 * instance per thread; after the largest replication was seen, a run allocates nothing. Model,
 * sources and limits: {@code docs/models/word-of-mouth.md}.
 */
public final class WordOfMouth {
  private static final int ARC = 1; // aspects of the random numbers
  private static final int ADVERTISEMENT = 2;
  private static final int DECISION = 3;
  private static final int SATISFACTION = 4;
  private static final int INVITATION = 64;

  private static final int NEVER = -1;
  private static final int BAD_NEWS = 255;
  private static final byte OPEN = 0;
  private static final byte ADOPTED = 1;
  private static final byte REJECTED = 2;

  private final Network network;
  private final WordOfMouthParameters parameters;
  private final Adoption adoption;
  private final CumulativeHazard ties;
  private final CumulativeHazard advertising;
  private final int[][] candidates; // [stages][]
  private final int[] initialAdopters;
  private final int horizon;
  private final int causes;

  private final byte[] state; // [members]
  private final int[] adoptionDay; // [members]
  private final int[] heardDay; // [members] first day of good news known so far
  private final int[] doubts; // [members] negative informs so far
  private final RowAhead rows;
  private final Listeners listeners;
  private final DayQueue queue;
  private final double[] reach; // [tie classes] hazard left to a sender of today
  private int[] talkers = new int[1024]; // adopters of today
  private int talkerCount;

  private long arcKey;
  private long decisionKey;
  private long satisfactionKey;

  public WordOfMouth(Network network, WordOfMouthParameters parameters) {
    parameters.checkFits(network.members(), network.tieClassCount());
    this.network = network;
    this.parameters = parameters;
    this.adoption = parameters.adoption();
    this.horizon = parameters.horizonDays();
    this.causes = DailyOutcome.FIRST_TIE + parameters.tieRates().size();
    this.ties = CumulativeHazard.ofTies(horizon, parameters.tieRates());
    this.advertising = CumulativeHazard.ofAdvertising(horizon, parameters.advertisingPerDay());
    this.initialAdopters = parameters.initialAdopters();
    this.candidates =
        parameters.seedProgramme().stream().map(SeedStage::candidates).toArray(int[][]::new);
    int members = network.members();
    this.state = new byte[members];
    this.adoptionDay = new int[members];
    this.heardDay = new int[members];
    this.doubts = new int[members];
    this.listeners = new Listeners(members, causes);
    this.rows = new RowAhead(network);
    this.queue = new DayQueue(horizon);
    this.reach = new double[parameters.tieRates().size()];
  }

  /** One replication; everything in {@code out} is overwritten. */
  public void run(long seed, int replication, DailyOutcome out) {
    begin(seed, replication, out);
    for (int member : initialAdopters) {
      adopt(member, 0, out);
      out.add(0, DailyOutcome.INITIAL, DailyOutcome.ONE);
    }
    talk(0, out);
    for (int day = 1; day <= horizon; day++) {
      invite(day, seed, replication, out);
      hear(day);
      decide(day, out);
      talk(day, out);
    }
  }

  /** Day on which a member adopted in the last run (0: before it began); -1: it did not. */
  public int adoptionDay(int member) {
    return adoptionDay[member];
  }

  private void begin(long seed, int replication, DailyOutcome out) {
    if (out.horizonDays() != horizon || out.causes() != causes) {
      throw new IllegalArgumentException(
          "The outcome must have %d days and %d causes but has %d and %d"
              .formatted(horizon, causes, out.horizonDays(), out.causes()));
    }
    out.clear();
    Arrays.fill(state, OPEN);
    Arrays.fill(adoptionDay, NEVER);
    Arrays.fill(heardDay, Integer.MAX_VALUE);
    Arrays.fill(doubts, 0);
    listeners.begin();
    queue.clear();
    talkerCount = 0;
    arcKey = Draws.key(seed, replication, ARC);
    decisionKey = Draws.key(seed, replication, DECISION);
    satisfactionKey = Draws.key(seed, replication, SATISFACTION);
    advertise(Draws.key(seed, replication, ADVERTISEMENT));
  }

  /** Each member draws once when the advertising, if any, would reach it. */
  private void advertise(long key) {
    double whole = advertising.between(0, 0, horizon);
    if (whole == 0) {
      return;
    }
    for (int member = 0; member < state.length; member++) {
      double uniform = Draws.uniform(key, member);
      if (1 - uniform <= whole) { // -ln u >= 1 - u: most members are spared the logarithm
        double needed = -NaturalLog.of(uniform);
        if (needed <= whole) {
          schedule(member, advertising.dayOf(0, 0, horizon, needed), DailyOutcome.ADVERTISING);
        }
      }
    }
  }

  private void invite(int day, long seed, int replication, DailyOutcome out) {
    for (int stage = 0; stage < candidates.length; stage++) {
      SeedStage terms = parameters.seedProgramme().get(stage);
      if (terms.day() == day) {
        invite(
            day, terms, candidates[stage], Draws.key(seed, replication, INVITATION + stage), out);
      }
    }
  }

  private void invite(int day, SeedStage terms, int[] ranked, long key, DailyOutcome out) {
    int invited = 0;
    for (int i = 0; i < ranked.length && invited < terms.cap(); i++) {
      int member = ranked[i];
      if (state[member] == ADOPTED) {
        continue;
      }
      invited++;
      if (Draws.uniform(key, member) < terms.acceptance()) {
        adopt(member, day, out);
        out.add(day, DailyOutcome.SEED, DailyOutcome.ONE);
      }
    }
  }

  /** Counts today's informs of members who have not decided yet. */
  private void hear(int day) {
    for (int inform = queue.first(day); inform != DayQueue.NONE; inform = queue.next(inform)) {
      int member = queue.member(inform);
      if (state[member] != OPEN) {
        continue;
      }
      int cause = queue.cause(inform);
      if (cause == BAD_NEWS) {
        doubts[member]++;
      } else {
        listeners.hear(member, cause);
      }
    }
  }

  private void decide(int day, DailyOutcome out) {
    for (int place = 0; place < listeners.count(); place++) {
      int member = listeners.member(place);
      if (Draws.uniform(decisionKey, member) < adoption.probability(doubts[member])) {
        adopt(member, day, out);
        listeners.shareCredit(place, day, out);
      } else {
        state[member] = REJECTED;
        out.rejectors[day]++;
      }
    }
    listeners.forget();
  }

  private void adopt(int member, int day, DailyOutcome out) {
    state[member] = ADOPTED;
    adoptionDay[member] = day;
    out.adopters[day]++;
    if (talkerCount == talkers.length) {
      talkers = Arrays.copyOf(talkers, talkerCount * 2);
    }
    talkers[talkerCount++] = member;
  }

  /** Today's adopters draw, for each arc, the day on which it will inform. */
  private void talk(int day, DailyOutcome out) {
    int last = (int) Math.min((long) day + parameters.talkWindowDays(), horizon);
    for (int tieClass = 0; tieClass < reach.length; tieClass++) {
      reach[tieClass] = ties.between(tieClass, day, last);
    }
    for (int i = 0; i < talkerCount; i++) {
      if (i % RowAhead.BLOCK == 0) {
        rows.read(talkers, i, Math.min(talkerCount, i + RowAhead.BLOCK));
      }
      int member = talkers[i];
      if (Draws.uniform(satisfactionKey, member) < adoption.satisfaction()) {
        talk(member, day, last, false);
      } else {
        out.negative[day]++;
        talk(member, day, last, true);
      }
      out.arcsScanned += network.degree(member);
    }
    talkerCount = 0;
  }

  private void talk(int sender, int day, int last, boolean badly) {
    long[] offsets = network.offsets(); // locals: the JIT keeps them in registers
    int[] targets = network.targets();
    byte[] tieClasses = network.tieClasses();
    float[] strengths = network.strengths();
    int end = (int) offsets[sender + 1];
    for (int arc = (int) offsets[sender]; arc < end; arc++) {
      int tieClass = tieClasses[arc] & 0xff;
      double ceiling = strengths[arc] * reach[tieClass];
      double uniform = Draws.uniform(arcKey, arc);
      if (1 - uniform > ceiling) { // -ln u >= 1 - u: most arcs are spared the logarithm
        continue;
      }
      double needed = -NaturalLog.of(uniform);
      if (needed <= ceiling) {
        int when = ties.dayOf(tieClass, day, last, needed / strengths[arc]);
        schedule(targets[arc], when, badly ? BAD_NEWS : DailyOutcome.FIRST_TIE + tieClass);
      }
    }
  }

  /** Queues an inform unless the member will have decided before its day. */
  private void schedule(int member, int day, int cause) {
    if (day > heardDay[member]) {
      return;
    }
    if (cause != BAD_NEWS) {
      heardDay[member] = day;
    }
    queue.push(day, member, cause);
  }
}
