package groundswell.generate.world;

/**
 * Everybody whom the community can reach, members or not yet: what never changes about them. The
 * first {@code angels} are the angels, the first {@code contacted} were asked to become one.
 */
public final class People {
  /** Channels that somebody may call home. */
  private static final String[] HOMES = {"forum", "weibo", "wechat", "qzone", "app"};

  private static final String[] AGES = {
    "under_18", "from_18_to_24", "from_25_to_34", "from_35_to_44", "from_45"
  };

  /** Spread of the contributions: with it the busiest fifth gives about four fifths. */
  private static final double CONTRIBUTION_SIGMA = 1.7;

  private final int count;
  private final byte[] city;
  private final byte[] home;
  private final byte[] age;
  private final float[] drive;
  private final float[] appeal;

  public People(int count, Streams streams) {
    this.count = count;
    city = new byte[count];
    home = new byte[count];
    age = new byte[count];
    drive = new float[count];
    appeal = new float[count];
    Dice dice = new Dice();
    double[] cities = City.weights();
    double mean = Math.exp(CONTRIBUTION_SIGMA * CONTRIBUTION_SIGMA / 2);
    for (int person = 0; person < count; person++) {
      dice.at(streams.key(Aspect.PERSON, person));
      city[person] = (byte) dice.weighted(cities);
      home[person] = (byte) dice.weighted(40, 20, 15, 15, 10);
      age[person] = (byte) dice.weighted(8, 37, 35, 14, 6);
      drive[person] = (float) Math.min(80, dice.lognormal(1, CONTRIBUTION_SIGMA) / mean);
      appeal[person] = (float) dice.pareto(2.2, 300);
    }
    for (int angel = 0; angel < angels(); angel++) {
      drive[angel] = Math.max(2, drive[angel]);
    }
  }

  public int count() {
    return count;
  }

  /** People who begin the community: one in twenty, at most 100. */
  public int angels() {
    return Math.min(100, Math.max(1, count / 20));
  }

  /** People who were asked to begin it: ten per angel. */
  public int contacted() {
    return Math.min(count, 10 * angels());
  }

  /** People invited to the beta ring, numbered from {@link #contacted}: half of them accept. */
  public int invited() {
    return Math.min(count - contacted(), Math.min(2_000, Math.max(2, count / 5)));
  }

  public int cityNumber(int person) {
    return city[person];
  }

  public City city(int person) {
    return City.of(city[person]);
  }

  /** Channel on which somebody mostly is. */
  public String home(int person) {
    return HOMES[home[person]];
  }

  public String age(int person) {
    return AGES[age[person]];
  }

  /** How much somebody contributes, the mean being about 1. */
  public double drive(int person) {
    return drive[person];
  }

  /** How much others want to be tied to somebody, from 1. */
  public double appeal(int person) {
    return appeal[person];
  }

  /** Identifier of a person in the source systems. */
  public static String id(int person) {
    char[] text = {'m', '-', '0', '0', '0', '0', '0', '0', '0'};
    int rest = person;
    for (int place = 8; rest > 0; place--) {
      text[place] = (char) ('0' + rest % 10);
      rest /= 10;
    }
    return new String(text);
  }
}
