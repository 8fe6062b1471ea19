package groundswell.generate.world;

import groundswell.generate.Parameters;
import java.util.Arrays;
import java.util.List;

/**
 * The whole history of one community, before a single event is written: who joined, left, reserved
 * and adopted when and why. A pure function of the parameters; read by many threads.
 */
public final class Community {
  /** Rings from the inside out, as a ring code counts them. */
  public static final List<String> RINGS = List.of("core", "honorary_beta", "dev", "stable");

  public static final int CORE = 0;
  public static final int BETA = 1;
  public static final int DEV = 2;
  public static final int STABLE = 3;

  private final Calendar calendar;
  private final Streams streams;
  private final TrueParameters truth;
  private final SaleRules saleRules;
  private final People people;
  private final Ties ties;
  private final Spread joined;
  private final int[] leftOn;
  private final List<Sale> sales;
  private final Spread adopted;

  public Community(Parameters parameters) {
    calendar = new Calendar(parameters);
    streams = new Streams(parameters.seed());
    truth = TrueParameters.of(parameters);
    saleRules = SaleRules.of(parameters.members());
    people = new People(parameters.members(), streams);
    ties = Ties.of(people, streams);
    joined = joining();
    leftOn = leaving();
    var simulation = new SaleSimulation(saleRules, streams, calendar);
    sales = List.of(simulation.hold(0, joined, leftOn), simulation.hold(1, joined, leftOn));
    adopted = adopting();
  }

  private Spread joining() {
    int[] always = new int[people.count()];
    int[] never = filled(Spread.NEVER);
    var contagion =
        new Contagion(ties, truth.joining(), calendar, people.count(), streams.key(Aspect.JOINING));
    return contagion.run(always, never, programme());
  }

  /** Day on which the seed programme makes somebody a member: the angels, then half the beta. */
  private int[] programme() {
    int[] given = filled(Spread.NEVER);
    Dice dice = new Dice();
    for (int person = 0; person < people.contacted() + people.invited(); person++) {
      dice.at(streams.key(Aspect.PROGRAMME, person));
      if (person < people.angels()) {
        given[person] = dice.below(1 + calendar.days() / 40);
      } else if (person >= people.contacted() && dice.chance(0.5)) {
        given[person] = inviteDay() + 1 + dice.below(1 + calendar.days() / 20);
      }
    }
    return given;
  }

  /** Day on which the beta ring is invited. */
  public int inviteDay() {
    return calendar.days() / 15;
  }

  private int[] leaving() {
    int[] left = filled(Spread.NEVER);
    Dice dice = new Dice();
    for (int index = 0; index < joined.reached(); index++) {
      int person = joined.order()[index];
      dice.at(streams.key(Aspect.CHURN, person));
      double stays = 2 + dice.exponential(1 / truth.leaving());
      left[person] = (int) Math.min(1_000_000, joined.day()[person] + stays);
    }
    return left;
  }

  private Spread adopting() {
    int[] given = filled(Spread.NEVER);
    for (Sale sale : sales) {
      for (int index = 0; index < sale.allocated(); index++) {
        int person = sale.attempts()[index];
        given[person] = Math.min(given[person], sale.day());
      }
    }
    int[] from = filled(Spread.NEVER);
    for (int index = 0; index < joined.reached(); index++) {
      int person = joined.order()[index];
      from[person] = Math.max(truth.firstSaleDay(), joined.day()[person] + 1);
      if (person < people.angels()) {
        given[person] = Math.min(given[person], from[person]);
      }
    }
    var contagion =
        new Contagion(
            ties, truth.adopting(), calendar, people.count(), streams.key(Aspect.ADOPTION));
    return contagion.run(from, leftOn, given);
  }

  private int[] filled(int value) {
    int[] values = new int[people.count()];
    Arrays.fill(values, value);
    return values;
  }

  /** True from the day after joining to the day before leaving. */
  public boolean isMember(int person, int day) {
    return joined.day()[person] < day && day < leftOn[person];
  }

  /** Ring that somebody grows into. */
  public int ring(int person) {
    if (person < people.angels()) {
      return CORE;
    }
    boolean invited = person >= people.contacted();
    if (invited && joined.cause()[person] == Spread.GIVEN) {
      return BETA;
    }
    return people.drive(person) > 0.75 ? DEV : STABLE;
  }

  public Calendar calendar() {
    return calendar;
  }

  public Streams streams() {
    return streams;
  }

  public TrueParameters truth() {
    return truth;
  }

  public SaleRules saleRules() {
    return saleRules;
  }

  public People people() {
    return people;
  }

  public Ties ties() {
    return ties;
  }

  public Spread joined() {
    return joined;
  }

  /** First day on which somebody is not a member any more, or {@link Spread#NEVER}. */
  public int leftOn(int person) {
    return leftOn[person];
  }

  public List<Sale> sales() {
    return sales;
  }

  public Spread adopted() {
    return adopted;
  }
}
