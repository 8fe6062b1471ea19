package groundswell.kernels.inventory;

import groundswell.kernels.Require;
import groundswell.kernels.statistics.Normal;
import groundswell.kernels.statistics.Quantiles;

/**
 * How much to order once, before demand is known: the quantile of demand at the critical ratio.
 * Arrow, Harris and Marschak (1951), "Optimal Inventory Policy", doi:10.2307/1906813.
 *
 * @param underage cu, profit lost per unit too few [money/unit], &ge; 0
 * @param overage co, money lost per unit too many [money/unit], &ge; 0
 */
public record Newsvendor(double underage, double overage) {
  public Newsvendor {
    Require.notNegative("underage", underage);
    Require.notNegative("overage", overage);
    Require.positive("underage + overage", underage + overage);
  }

  /** From price, unit cost, salvage value and what else a unit earns (services, accessories). */
  public static Newsvendor of(double price, double unitCost, double salvage, double attached) {
    double underage = price - unitCost + attached;
    double overage = unitCost - salvage;
    if (!(underage >= 0)) {
      throw new IllegalArgumentException(
          "price + attached margin must not be below unitCost but is %s below it%nMaybe the best order is none."
              .formatted(-underage));
    }
    if (!(overage >= 0)) {
      throw new IllegalArgumentException(
          "salvage must not be above unitCost but they are %s and %s".formatted(salvage, unitCost));
    }
    return new Newsvendor(underage, overage);
  }

  /** cu / (cu + co) [0..1]. */
  public double criticalRatio() {
    return underage / (underage + overage);
  }

  /** Best order when demand is lognormal with this median [units] and sigma of its logarithm. */
  public double quantityOfLognormal(double median, double sigma) {
    Require.positive("median", median);
    Require.positive("sigma", sigma);
    return median * StrictMath.exp(sigma * Normal.quantile(criticalRatio()));
  }

  /** Best order for a sample of demands: the smallest value with enough of the sample below. */
  public double quantityOfSample(double[] demands) {
    double[] sorted = demands.clone();
    java.util.Arrays.sort(sorted);
    Quantiles.ofSorted(sorted, 0); // refuses an empty sample
    int rank = (int) Math.ceil(criticalRatio() * sorted.length);
    return sorted[Math.max(0, Math.min(sorted.length - 1, rank - 1))];
  }

  /** Profit against ordering exactly the demand at no cost: cu min(q, d) - co max(0, q - d). */
  public double profit(double quantity, double demand) {
    return underage * Math.min(quantity, demand) - overage * Math.max(0, quantity - demand);
  }

  /** Mean profit of an order over lognormal demand, in closed form. */
  public double profitOfLognormal(double quantity, double median, double sigma) {
    double z = StrictMath.log(quantity / median) / sigma;
    double mean = median * StrictMath.exp(0.5 * sigma * sigma);
    double sold = mean * Normal.cdf(z - sigma) + quantity * Normal.cdf(-z); // E min(q, d)
    return underage * sold - overage * (quantity - sold);
  }
}
