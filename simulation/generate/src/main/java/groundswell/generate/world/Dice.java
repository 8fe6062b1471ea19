package groundswell.generate.world;

import groundswell.kernels.random.KeyedRandom;

/** The few distributions that the community needs, drawn from one key at a time. */
public final class Dice {
  private final KeyedRandom random = new KeyedRandom(0);

  /** Begins the sequence of a key. */
  public Dice at(long key) {
    random.restart(key);
    return this;
  }

  /** 64 random bits. */
  public long bits() {
    return random.nextLong();
  }

  /** Uniform in (0, 1). */
  public double uniform() {
    return random.nextDouble();
  }

  /** True with the given probability. */
  public boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** Uniform integer in [0, bound). */
  public int below(int bound) {
    return (int) (random.nextDouble() * bound);
  }

  /** One of the given things, each as likely. */
  @SafeVarargs
  public final <T> T oneOf(T... things) {
    return things[below(things.length)];
  }

  /** Index of a weight, as likely as its share of the sum. */
  public int weighted(double... weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double rest = random.nextDouble() * sum;
    for (int index = 0; index < weights.length - 1; index++) {
      rest -= weights[index];
      if (rest < 0) {
        return index;
      }
    }
    return weights.length - 1;
  }

  /** Exponential with the given mean. */
  public double exponential(double mean) {
    return -mean * Math.log(random.nextDouble());
  }

  /** Lognormal with the given median and standard deviation of the logarithm. */
  public double lognormal(double median, double sigma) {
    return median * Math.exp(sigma * normal());
  }

  /** Pareto from 1 with the given exponent, cut at {@code most}. */
  public double pareto(double exponent, double most) {
    return Math.min(most, Math.pow(random.nextDouble(), -1 / exponent));
  }

  /** Poisson; by inversion below a mean of 30, by the rounded normal above. */
  public int poisson(double mean) {
    if (mean > 30) {
      return (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
    }
    double rest = random.nextDouble();
    double probability = Math.exp(-mean);
    int count = 0;
    while (rest > probability && count < 1000) {
      rest -= probability;
      count++;
      probability *= mean / count;
    }
    return count;
  }

  /** Standard normal (Box and Muller 1958, doi:10.1214/aoms/1177706645). */
  private double normal() {
    double radius = Math.sqrt(-2 * Math.log(random.nextDouble()));
    return radius * Math.cos(2 * Math.PI * random.nextDouble());
  }
}
