package groundswell.generate.activity;

import groundswell.generate.world.Community;
import groundswell.generate.world.Dice;

/** Those whom the firm employs: seven founders first, then the others. */
final class Staff {
  private static final int FOUNDERS = 7;

  private Staff() {}

  /** How many people care for the community: the founders and one per 400 members. */
  static int count(Community community) {
    return FOUNDERS + 2 + community.people().count() / 400;
  }

  /** Somebody on duty; a founder answers now and then. */
  static int onDuty(Community community, Dice dice) {
    return dice.below(count(community));
  }

  static String id(int number) {
    return "s-" + Integer.toString(10_000 + number).substring(1);
  }

  static String kind(int number) {
    return number < FOUNDERS ? "founder" : "employee";
  }
}
