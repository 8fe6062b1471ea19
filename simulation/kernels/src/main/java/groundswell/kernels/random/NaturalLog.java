package groundswell.kernels.random;

/**
 * Natural logarithm in plain arithmetic: the same bits on every machine and in every tier of the
 * compiler, within 2 ulp of the true value for positive normal numbers (nothing else is asked of
 * it). {@code Math.log} may differ between processors; {@code StrictMath.log} leaves the virtual
 * machine and costs several times more.
 *
 * <p>x = 2^k m with m in [sqrt(1/2), sqrt(2)), ln m = 2 artanh((m - 1) / (m + 1)) by its series.
 */
public final class NaturalLog {
  private static final long SQRT_HALF = 0x3FE6A09E667F3BCDL;
  private static final long MANTISSA = 0x000FFFFFFFFFFFFFL;
  // An integer k below 2^31 as a double: the bits of 2^52 + 2^31 + k, less 2^52 + 2^31. The plain
  // conversion instruction waits for the register's old value, which made the loop three times
  // slower.
  private static final double BIAS = 0x1.0p52 + 0x1.0p31;
  private static final long BIASED = Double.doubleToRawLongBits(BIAS);
  private static final double LN2_HIGH = 0x1.62e42fefa38p-1; // 42 bits: times k it is exact
  private static final double LN2_LOW = 0x1.ef35793c7673p-45;

  private NaturalLog() {}

  /** ln x; {@code x} &gt; 0, finite and not subnormal. */
  public static double of(double x) {
    return join(exponent(x), significand(x));
  }

  /** k of x = 2^k m. */
  static double exponent(double x) {
    long shifted = Double.doubleToRawLongBits(x) - SQRT_HALF;
    return Double.longBitsToDouble(BIASED + (shifted >> 52)) - BIAS;
  }

  /** m of x = 2^k m. */
  static double significand(double x) {
    long shifted = Double.doubleToRawLongBits(x) - SQRT_HALF;
    return Double.longBitsToDouble((shifted & MANTISSA) + SQRT_HALF);
  }

  /** k ln 2 + ln m. */
  static double join(double exponent, double significand) {
    double s = (significand - 1) / (significand + 1);
    double square = s * s;
    double tail = 2 * s * (square * series(square));
    return exponent * LN2_HIGH + (2 * s + (tail + exponent * LN2_LOW));
  }

  /** 1/3 + z/5 + z^2/7 + ...; z is at most 0.0295, so eleven terms reach 2^-60. */
  private static double series(double z) {
    double high = 1.0 / 15 + z * (1.0 / 17 + z * (1.0 / 19 + z * (1.0 / 21 + z * (1.0 / 23))));
    return 1.0 / 3
        + z
            * (1.0 / 5
                + z * (1.0 / 7 + z * (1.0 / 9 + z * (1.0 / 11 + z * (1.0 / 13 + z * high)))));
  }
}
