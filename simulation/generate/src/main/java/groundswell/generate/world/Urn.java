package groundswell.generate.world;

import java.util.Arrays;

/** Draws people in proportion to a power of their appeal. Immutable. */
final class Urn {
  private final double[] upTo; // [people], cumulative weight

  Urn(People people, double power) {
    upTo = new double[people.count()];
    double sum = 0;
    for (int person = 0; person < upTo.length; person++) {
      sum += Math.pow(people.appeal(person), power);
      upTo[person] = sum;
    }
  }

  int draw(Dice dice) {
    double mark = dice.uniform() * upTo[upTo.length - 1];
    int found = Arrays.binarySearch(upTo, mark);
    return Math.min(upTo.length - 1, found < 0 ? -found - 1 : found);
  }
}
