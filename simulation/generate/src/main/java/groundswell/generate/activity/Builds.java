package groundswell.generate.activity;

import groundswell.generate.world.Aspect;
import groundswell.generate.world.Calendar;
import groundswell.generate.world.Community;
import groundswell.generate.world.Dice;
import java.time.temporal.IsoFields;

/** The Friday builds: released per ring, installed inside out, voted on, complained about. */
final class Builds implements Scene {
  private static final int REACH_DAYS = 14;
  private static final double[] INSTALLS = {0.95, 0.80, 0.55, 0.22};
  private static final double[] MEAN_DAYS = {0.3, 0.8, 1.8, 3.5};
  private static final double[] VOTES = {0.75, 0.55, 0.30, 0.06};

  private final Community community;
  private final double reporting;

  Builds(Community community) {
    this.community = community;
    reporting = Rarity.seen(0.02, community.people().count());
  }

  @Override
  public int reach() {
    return REACH_DAYS;
  }

  @Override
  public void play(int day, Shard shard, Pen pen) {
    if (!community.calendar().isBuildDay(day)) {
      return;
    }
    String build = build(day);
    if (shard.isFirst()) {
      release(build, day, pen);
    }
    for (int person = shard.number();
        person < community.people().count();
        person += shard.count()) {
      if (community.isMember(person, day)) {
        install(build, person, day, pen);
      }
    }
  }

  private String build(int day) {
    var date = community.calendar().date(day);
    return "%d.%02d.%d"
        .formatted(
            date.get(IsoFields.WEEK_BASED_YEAR),
            date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
            date.getDayOfWeek().getValue());
  }

  private long releasedAt(int day, int ring) {
    return community.calendar().begin(day) + (10 + 2L * ring) * Calendar.HOUR;
  }

  private void release(String build, int day, Pen pen) {
    Dice dice = pen.chain(community.streams().key(Aspect.BUILD, -1, day));
    for (int ring = Community.CORE; ring <= Community.STABLE; ring++) {
      pen.staff("build_released", dice.below(7), releasedAt(day, ring))
          .in("app")
          .object(build)
          .with("build_id", build)
          .with("ring", Community.RINGS.get(ring))
          .with("component", "system");
      pen.send();
    }
  }

  private void install(String build, int person, int day, Pen pen) {
    Dice dice = pen.chain(community.streams().key(Aspect.BUILD, person, day));
    int ring = community.ring(person);
    if (!dice.chance(INSTALLS[ring])) {
      return;
    }
    double days = Math.min(REACH_DAYS - 2, dice.exponential(MEAN_DAYS[ring]));
    long at = releasedAt(day, ring) + (long) (days * 24 * Calendar.HOUR);
    String model = Topics.model(dice);
    pen.member("build_installed", person, at)
        .in("app")
        .object(build)
        .with("build_id", build)
        .with("ring", Community.RINGS.get(ring))
        .with("device_model", model);
    pen.send();
    if (dice.chance(VOTES[ring])) {
      vote(person, day, build, at, dice, pen);
    }
    if (dice.chance(reporting)) {
      report(person, build, model, at, dice, pen);
    }
  }

  private void vote(int person, int day, String build, long at, Dice dice, Pen pen) {
    int components = 1 + dice.below(3);
    int first = dice.below(8);
    for (int number = 0; number < components; number++) {
      String component = Topics.component(first + number);
      int vote = dice.chance(approval(day, component)) ? 1 : dice.chance(0.3) ? 0 : -1;
      pen.member("build_vote_cast", person, at + (1L + number) * 90 * 60 * Calendar.SECOND)
          .in("build_vote")
          .object(build)
          .with("build_id", build)
          .with("ring", Community.RINGS.get(community.ring(person)))
          .with("component", component)
          .with("vote", vote);
      pen.send();
    }
  }

  /** True share of members who like a component in a build. */
  private double approval(int day, String component) {
    Dice dice = new Dice().at(community.streams().key(Aspect.BUILD, component.hashCode(), day));
    return 0.55 + 0.4 * dice.uniform();
  }

  private static void report(int person, String build, String model, long at, Dice dice, Pen pen) {
    String issue = Ids.thing('i', dice.bits());
    pen.member("issue_reported", person, at + 2 * Calendar.HOUR)
        .in("forum")
        .object(issue)
        .with("issue_id", issue)
        .with("build_id", build)
        .with("component", Topics.component(dice.below(8)))
        .with("severity", dice.oneOf("low", "low", "medium", "medium", "high", "blocker"))
        .with("device_model", model);
    pen.send();
  }
}
