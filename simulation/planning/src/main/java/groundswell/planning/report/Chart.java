package groundswell.planning.report;

import java.util.Locale;
import java.util.function.DoubleFunction;

/**
 * A chart drawn as SVG: axes, grid, bands, lines, marks. Colours come from classes of the page's
 * style, so that one drawing serves light and dark. Coordinates are data until they are drawn.
 */
final class Chart {
  private static final double WIDTH = 640;
  private static final double HEIGHT = 300;
  private static final double LEFT = 66;
  private static final double RIGHT = 18;
  private static final double TOP = 16;
  private static final double BOTTOM = 44;

  private final StringBuilder svg = new StringBuilder();
  private final Scale x;
  private final Scale y;

  Chart(String id, String title, String description, Scale x, Scale y) {
    this.x = x;
    this.y = y;
    svg.append(
        "<svg viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-labelledby=\"%s-t %s-d\">"
            .formatted(WIDTH, HEIGHT, id, id));
    svg.append("<title id=\"%s-t\">%s</title>".formatted(id, Html.text(title)));
    svg.append("<desc id=\"%s-d\">%s</desc>".formatted(id, Html.text(description)));
    axes();
  }

  /** One axis: its range, whether it is logarithmic, its name and how its ticks are written. */
  record Scale(
      double low,
      double high,
      boolean log,
      String name,
      double[] ticks,
      DoubleFunction<String> text) {
    double at(double value, double from, double to) {
      double share =
          log
              ? (Math.log(Math.max(value, low)) - Math.log(low)) / (Math.log(high) - Math.log(low))
              : (value - low) / (high - low);
      return from + Math.max(0, Math.min(1, share)) * (to - from);
    }
  }

  private void axes() {
    for (double tick : y.ticks()) {
      String at = number(py(tick));
      svg.append(
          "<line class=\"grid\" x1=\"%s\" x2=\"%s\" y1=\"%s\" y2=\"%s\"/>"
              .formatted(number(LEFT), number(WIDTH - RIGHT), at, at));
      label(LEFT - 8, py(tick) + 4, "end", y.text().apply(tick));
    }
    for (double tick : x.ticks()) {
      label(px(tick), HEIGHT - BOTTOM + 18, "middle", x.text().apply(tick));
    }
    svg.append(
        "<line class=\"axis\" x1=\"%s\" x2=\"%s\" y1=\"%s\" y2=\"%s\"/>"
            .formatted(
                number(LEFT),
                number(WIDTH - RIGHT),
                number(HEIGHT - BOTTOM),
                number(HEIGHT - BOTTOM)));
    label((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 6, "middle", x.name());
    svg.append(
        "<text class=\"t name\" text-anchor=\"middle\" transform=\"translate(14 %s) rotate(-90)\">%s</text>"
            .formatted(number((TOP + HEIGHT - BOTTOM) / 2), Html.text(y.name())));
  }

  /** Area between two curves. */
  Chart band(String style, double[] at, double[] low, double[] high) {
    svg.append("<path class=\"%s\" d=\"".formatted(style));
    for (int i = 0; i < at.length; i++) {
      svg.append(i == 0 ? 'M' : 'L').append(point(at[i], high[i]));
    }
    for (int i = at.length - 1; i >= 0; i--) {
      svg.append('L').append(point(at[i], low[i]));
    }
    svg.append("Z\"/>");
    return this;
  }

  Chart line(String style, double[] at, double[] value) {
    svg.append("<path class=\"line %s\" d=\"".formatted(style));
    for (int i = 0; i < at.length; i++) {
      svg.append(i == 0 ? 'M' : 'L').append(point(at[i], value[i]));
    }
    svg.append("\"/>");
    return this;
  }

  /** A line that keeps its height until the next point. */
  Chart steps(String style, double[] at, double[] value) {
    svg.append("<path class=\"line %s\" d=\"M%s".formatted(style, point(at[0], value[0])));
    for (int i = 1; i < at.length; i++) {
      svg.append('H').append(number(px(at[i]))).append('V').append(number(py(value[i])));
    }
    svg.append("\"/>");
    return this;
  }

  Chart bar(String style, double from, double to, double value) {
    double left = px(from);
    double top = py(value);
    double bottom = HEIGHT - BOTTOM;
    svg.append(
        "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>"
            .formatted(
                style,
                number(left),
                number(top),
                number(Math.max(0, px(to) - left - 1)),
                number(Math.max(0, bottom - top))));
    return this;
  }

  Chart dot(String style, double at, double value) {
    svg.append(
        "<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"4.5\"/>"
            .formatted(style, number(px(at)), number(py(value))));
    return this;
  }

  /** A vertical mark with a word on top. */
  Chart mark(String style, double at, String word) {
    svg.append(
        "<line class=\"line %s\" x1=\"%s\" x2=\"%s\" y1=\"%s\" y2=\"%s\"/>"
            .formatted(
                style, number(px(at)), number(px(at)), number(TOP), number(HEIGHT - BOTTOM)));
    boolean right = px(at) > WIDTH * 0.7;
    label(px(at) + (right ? -6 : 6), TOP + 10, right ? "end" : "start", word);
    return this;
  }

  /** A word at a point of the data. */
  Chart word(double at, double value, String word) {
    boolean right = px(at) > WIDTH * 0.8;
    label(px(at) + (right ? -7 : 7), py(value) + 4, right ? "end" : "start", word);
    return this;
  }

  String svg() {
    return svg + "</svg>";
  }

  private void label(double at, double top, String anchor, String text) {
    svg.append(
        "<text class=\"t\" x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>"
            .formatted(number(at), number(top), anchor, Html.text(text)));
  }

  private double px(double value) {
    return x.at(value, LEFT, WIDTH - RIGHT);
  }

  private double py(double value) {
    return y.at(value, HEIGHT - BOTTOM, TOP);
  }

  private String point(double at, double value) {
    return number(px(at)) + " " + number(py(value));
  }

  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
