package groundswell.planning.calibrate;

import java.util.List;
import java.util.Optional;

/**
 * How a cohort of buyers goes on purchasing, and what it was told from.
 *
 * @param buyers members of the cohort
 * @param repeatBuyers of these, with a repeat
 * @param repeatDays sum of x [days]
 * @param recencyDays sum of t_x [days]
 * @param ageDays sum of T [days]
 * @param fit empty when too few came back
 * @param outlook empty unless the fit converged
 */
public record LtvForecast(
    long buyers,
    long repeatBuyers,
    long repeatDays,
    long recencyDays,
    long ageDays,
    Optional<BgNbdFit> fit,
    Optional<Outlook> outlook) {
  /** How far a forecast reaches [days]. */
  public static final int DAYS = 28;

  private static final double WEEKS = DAYS / 7.0;

  /**
   * Sums over a cohort.
   *
   * @param purchaseDays expected days with a purchase
   * @param activeBuyers expected buyers who have not stopped
   */
  public record Outlook(double purchaseDays, double activeBuyers) {}

  /** Fits the model to a cohort and looks ahead with it. */
  public static LtvForecast of(List<PurchaseHistory> histories) {
    List<PurchaseHistory> cohort = histories.stream().sorted().toList();
    Optional<BgNbdFit> fit = BgNbdFit.of(cohort);
    long buyers = 0;
    long repeatBuyers = 0;
    long repeatDays = 0;
    long recencyDays = 0;
    long ageDays = 0;
    for (PurchaseHistory history : cohort) {
      buyers += history.buyers();
      repeatBuyers += history.repeats() > 0 ? history.buyers() : 0;
      repeatDays += history.buyers() * history.repeats();
      recencyDays += history.buyers() * history.recencyDays();
      ageDays += history.buyers() * history.ageDays();
    }
    Optional<Outlook> outlook =
        fit.filter(BgNbdFit::isConverged).map(found -> outlook(found.model(), cohort));
    return new LtvForecast(buyers, repeatBuyers, repeatDays, recencyDays, ageDays, fit, outlook);
  }

  private static Outlook outlook(BgNbd model, List<PurchaseHistory> cohort) {
    double purchases = 0;
    double active = 0;
    for (PurchaseHistory history : cohort) {
      purchases += history.buyers() * model.expectedPurchases(history, WEEKS);
      active += history.buyers() * model.active(history);
    }
    return new Outlook(purchases, active);
  }
}
