package groundswell.kernels.wordofmouth;

import java.util.Arrays;

/**
 * What one replication gave, day by day, in integers. Made once and filled again by each run. Day 0
 * holds the initial adopters. Causes: {@link #INITIAL}, {@link #SEED}, {@link #ADVERTISING}, then
 * {@link #FIRST_TIE} + tie class. The credits of one adoption add up to exactly {@link #ONE}.
 */
public final class DailyOutcome {
  public static final int INITIAL = 0;
  public static final int SEED = 1;
  public static final int ADVERTISING = 2;
  public static final int FIRST_TIE = 3;

  /** One adoption in the fixed-point unit of the credits, 2^32. */
  public static final long ONE = 1L << 32;

  private final int horizonDays;
  private final int causes;
  final int[] adopters; // [days + 1]
  final int[] negative; // [days + 1]
  final int[] rejectors; // [days + 1]
  final long[] credit; // [causes][days + 1]
  long arcsScanned;

  public DailyOutcome(int horizonDays, int tieClasses) {
    this.horizonDays = horizonDays;
    this.causes = FIRST_TIE + tieClasses;
    this.adopters = new int[horizonDays + 1];
    this.negative = new int[horizonDays + 1];
    this.rejectors = new int[horizonDays + 1];
    this.credit = new long[causes * (horizonDays + 1)];
  }

  /** An outcome of the size that these parameters need. */
  public static DailyOutcome of(WordOfMouthParameters parameters) {
    return new DailyOutcome(parameters.horizonDays(), parameters.tieRates().size());
  }

  public int horizonDays() {
    return horizonDays;
  }

  public int causes() {
    return causes;
  }

  /** Members who adopted on a day, satisfied or not. */
  public int adoptersOn(int day) {
    return adopters[day];
  }

  /** Members who have adopted by the end of a day, initial adopters included. */
  public long adoptersUntil(int day) {
    long sum = 0;
    for (int t = 0; t <= day; t++) {
      sum += adopters[t];
    }
    return sum;
  }

  /** Adopters of a day who are not satisfied. */
  public int negativeOn(int day) {
    return negative[day];
  }

  /** Members who decided on a day not to adopt. */
  public int rejectorsOn(int day) {
    return rejectors[day];
  }

  /** Credit of a cause on a day, in 2^-32 adoptions. */
  public long creditOn(int day, int cause) {
    return credit[cause * (horizonDays + 1) + day];
  }

  /** Credit of a cause over all days [adoptions]. */
  public double creditOf(int cause) {
    long whole = 0;
    long fraction = 0;
    for (int day = 0; day <= horizonDays; day++) {
      long cell = creditOn(day, cause);
      whole += cell >> 32;
      fraction += cell & (ONE - 1);
    }
    return whole + (double) fraction / ONE;
  }

  /** Arcs looked at: the unit of work. */
  public long arcsScanned() {
    return arcsScanned;
  }

  void clear() {
    Arrays.fill(adopters, 0);
    Arrays.fill(negative, 0);
    Arrays.fill(rejectors, 0);
    Arrays.fill(credit, 0);
    arcsScanned = 0;
  }

  void add(int day, int cause, long amount) {
    credit[cause * (horizonDays + 1) + day] += amount;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DailyOutcome that
        && horizonDays == that.horizonDays
        && causes == that.causes
        && arcsScanned == that.arcsScanned
        && Arrays.equals(adopters, that.adopters)
        && Arrays.equals(negative, that.negative)
        && Arrays.equals(rejectors, that.rejectors)
        && Arrays.equals(credit, that.credit);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(adopters) * 31 + Arrays.hashCode(credit);
  }
}
