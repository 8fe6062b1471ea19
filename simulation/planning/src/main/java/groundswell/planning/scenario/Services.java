package groundswell.planning.scenario;

/**
 * What a buyer brings afterwards.
 *
 * @param arpuMonth service revenue per buyer and month
 * @param margin share of it that stays [0..1]
 * @param lifeMonths months that a buyer stays
 */
public record Services(ArpuMonth arpuMonth, double margin, int lifeMonths) {
  /** A straight rise from {@code from} to {@code to} over {@code months} [currency/month]. */
  public record ArpuMonth(double from, double to, int months) {
    double inMonth(int month) {
      return from + (to - from) * Math.min(1.0, month / (double) months);
    }
  }

  /** Margin that a buyer's services bring over the life [currency]. */
  public double lifetimeMargin() {
    double sum = 0;
    for (int month = 0; month < lifeMonths; month++) {
      sum += arpuMonth.inMonth(month);
    }
    return sum * margin;
  }
}
