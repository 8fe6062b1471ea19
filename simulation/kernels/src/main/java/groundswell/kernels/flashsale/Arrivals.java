package groundswell.kernels.flashsale;

import groundswell.kernels.Require;

/**
 * When those who come press the button, seconds after the opening T0. A share is poised at T0 and
 * comes after a lognormal reaction time; the rest come with a constant hazard.
 *
 * @param poisedShare a, share of holders who are poised [0..1]
 * @param poisedMedianSeconds median of the reaction time [s], &gt; 0
 * @param poisedSigma sigma of the logarithm of the reaction time [1], &gt; 0
 * @param lateMeanSeconds mean of the exponential arrival time of the rest [s], &gt; 0; walk-ins too
 */
public record Arrivals(
    double poisedShare, double poisedMedianSeconds, double poisedSigma, double lateMeanSeconds) {
  public Arrivals {
    Require.inRange("poisedShare", poisedShare, 0, 1);
    Require.positive("poisedMedianSeconds", poisedMedianSeconds);
    Require.positive("poisedSigma", poisedSigma);
    Require.positive("lateMeanSeconds", lateMeanSeconds);
  }

  /** Nobody is poised: one constant hazard h [1/s] for everybody. */
  public static Arrivals ofHazard(double hazardPerSecond) {
    return new Arrivals(0, 1, 1, 1 / Require.positive("hazardPerSecond", hazardPerSecond));
  }
}
