package groundswell.planning.report;

import groundswell.planning.plan.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Round numbers along an axis. */
final class Ticks {
  private static final double[] TIMES = {
    0.1, 1, 10, 60, 600, 3600, 6 * 3600, 86_400, 7 * 86_400, 30 * 86_400
  };

  private Ticks() {}

  /** A plain axis that begins at {@code low} or below and ends at {@code high} or above. */
  static Chart.Scale plain(double low, double high, String name) {
    double step = step(Math.max(1e-9, high - low) / 4);
    double first = Math.floor(low / step) * step;
    List<Double> ticks = new ArrayList<>();
    double at = first;
    while (at < high + step * 0.999) {
      ticks.add(at);
      at += step;
    }
    double[] array = ticks.stream().mapToDouble(Double::doubleValue).toArray();
    return new Chart.Scale(first, array[array.length - 1], false, name, array, Ticks::compact);
  }

  /** An axis of whole numbers from {@code low} to {@code high}, one tick each. */
  static Chart.Scale each(int low, int high, String name) {
    double[] ticks = new double[high - low + 1];
    java.util.Arrays.setAll(ticks, i -> low + i);
    return new Chart.Scale(low, high, false, name, ticks, Ticks::compact);
  }

  /** A logarithmic axis of time spans [s]. */
  static Chart.Scale times(double low, double high, String name) {
    double from = low / 1.5;
    double to = high * 1.5;
    double[] ticks = java.util.Arrays.stream(TIMES).filter(t -> t >= from && t <= to).toArray();
    return new Chart.Scale(from, to, true, name, ticks, Ticks::span);
  }

  private static String span(double seconds) {
    return Duration.text(seconds).replaceFirst("\\.0(?= )", "");
  }

  private static double step(double rough) {
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double lead = rough / power;
    return power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
  }

  /** 950, 1.5 k, 20 k, 3 M. */
  static String compact(double value) {
    double size = Math.abs(value);
    if (size >= 1e6) {
      return trim(value / 1e6) + " M";
    }
    return size >= 10_000 ? trim(value / 1e3) + " k" : trim(value);
  }

  private static String trim(double value) {
    String text = String.format(Locale.ROOT, "%,.1f", value);
    text = text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    return text.equals("-0") ? "0" : text.replace('-', '−');
  }
}
