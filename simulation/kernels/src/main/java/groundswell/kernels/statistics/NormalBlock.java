package groundswell.kernels.statistics;

import groundswell.kernels.random.LogBlock;

/**
 * {@link Normal#quantile} of many probabilities at once: the same bits. When all lie in the lower
 * tail, as those of early arrivals do, logarithms, roots and ratios are taken in one loop each, of
 * which the compiler makes vector instructions. One instance per thread.
 */
public final class NormalBlock {
  private static final double LEAST = 1.4e-11; // e^-25: beyond, another ratio is used
  private static final double MOST = 0.075; // above, the centre's ratio is used

  private final LogBlock logarithms;
  private final double[] roots;

  /** For up to {@code size} probabilities. */
  public NormalBlock(int size) {
    logarithms = new LogBlock(size);
    roots = new double[size];
  }

  /** The quantiles of {@code probabilities[0..count)}; may be written over them. */
  public void quantiles(double[] probabilities, double[] quantiles, int count) {
    if (areInLowerTail(probabilities, count)) {
      lowerTail(probabilities, quantiles, count);
      return;
    }
    for (int i = 0; i < count; i++) {
      quantiles[i] = Normal.quantile(probabilities[i]);
    }
  }

  private static boolean areInLowerTail(double[] probabilities, int count) {
    double least = 1;
    double most = 0;
    for (int i = 0; i < count; i++) {
      least = Math.min(least, probabilities[i]);
      most = Math.max(most, probabilities[i]);
    }
    return least > LEAST && most < MOST;
  }

  private void lowerTail(double[] probabilities, double[] quantiles, int count) {
    double[] root = roots; // a local: the JIT keeps it in a register
    logarithms.of(probabilities, root, count);
    for (int i = 0; i < count; i++) {
      root[i] = Math.sqrt(-root[i]);
    }
    for (int i = 0; i < count; i++) {
      quantiles[i] = -Normal.tailRatio(root[i]);
    }
  }
}
