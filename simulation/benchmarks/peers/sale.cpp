// The order-statistic stream of a flash sale in C++: the same algorithm and draws as in Java.
// usage: sale POISED LATE STOCK SECONDS
// prints: replications, CPU seconds, mean of the first ten sell-out times
#include <cstdio>
#include <cstdlib>
#include <ctime>

#include "draws.hpp"

// Wichura (1988), algorithm AS 241, PPND16.
static double ratio(const double *above, const double *below, double x) {
  double n = above[0], d = below[0];
  for (int i = 1; i < 8; i++) {
    n = n * x + above[i];
    d = d * x + below[i];
  }
  return n / d;
}

static double normalQuantile(double p) {
  static const double a[] = {2.5090809287301226727e+3, 3.3430575583588128105e+4, 6.7265770927008700853e+4,
                             4.5921953931549871457e+4, 1.3731693765509461125e+4, 1.9715909503065514427e+3,
                             1.3314166789178437745e+2, 3.3871328727963666080e+0};
  static const double b[] = {5.2264952788528545610e+3, 2.8729085735721942674e+4, 3.9307895800092710610e+4,
                             2.1213794301586595867e+4, 5.3941960214247511077e+3, 6.8718700749205790830e+2,
                             4.2313330701600911252e+1, 1.0};
  static const double c[] = {7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1,
                             1.27045825245236838258e+0, 3.64784832476320460504e+0, 5.76949722146069140550e+0,
                             4.63033784615654529590e+0, 1.42343711074968357734e+0};
  static const double d[] = {1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2,
                             1.48103976427480074590e-1, 6.89767334985100004550e-1, 1.67638483018380384940e+0,
                             2.05319162663775882187e+0, 1.0};
  double q = p - 0.5;
  if (std::fabs(q) <= 0.425) return q * ratio(a, b, 0.180625 - q * q);
  double smaller = q < 0 ? p : 1 - p;
  double z = ratio(c, d, std::sqrt(-std::log(smaller)) - 1.6);  // far tail: not needed in this sale
  return q < 0 ? -z : z;
}

struct Stream {
  uint64_t k;
  uint64_t drawn;
  int64_t remaining;
  double logSurvival, seconds;
  bool lognormal;

  void begin(uint64_t streamKey, int64_t members, bool poised) {
    k = streamKey;
    drawn = 0;
    remaining = members;
    logSurvival = 0;
    lognormal = poised;
    advance();
  }
  void advance() {
    if (remaining == 0) {
      seconds = INFINITY;
      return;
    }
    logSurvival += std::log(uniform(k, drawn++)) / remaining;
    seconds = lognormal ? std::exp(std::log(2.0) + 0.8 * normalQuantile(-std::expm1(logSurvival)))
                        : -logSurvival * 600;
  }
  void next() {
    remaining--;
    advance();
  }
};

int main(int count, char **words) {
  if (count != 5) {
    fprintf(stderr, "usage: sale POISED LATE STOCK SECONDS\n");
    return 2;
  }
  int64_t poisedMembers = atoll(words[1]), lateMembers = atoll(words[2]), stock = atoll(words[3]);
  double limit = atof(words[4]), spent = 0, sum = 0;
  double begin = double(clock()) / CLOCKS_PER_SEC;
  int replications = 0;
  while (spent < limit || replications < 10) {
    uint64_t k = key(1, replications, 1);
    Stream poised, late;
    poised.begin(key(k, 2), poisedMembers, true);
    late.begin(key(k, 3), lateMembers, false);
    double seconds = 0;
    for (int64_t sold = 0; sold < stock; sold++) {
      Stream &first = poised.seconds <= late.seconds ? poised : late;
      seconds = first.seconds;
      first.next();
    }
    if (replications++ < 10) sum += seconds;
    spent = double(clock()) / CLOCKS_PER_SEC - begin;
  }
  printf("%d %.6f %.12f\n", replications, spent, sum / 10);
}
