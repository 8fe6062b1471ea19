package groundswell.jobs.ingest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern over paths with forward slashes: {@code *} is any text within a folder, {@code **} any
 * text, {@code ?} one character, <code>{a,b}</code> either text. A pattern without a slash matches
 * the file's name in any folder.
 */
record PathGlob(String text, Pattern pattern) {
  private static final Pattern PART = Pattern.compile("\\*\\*/|\\*\\*|[*?]|\\{[^{}]*}|[^*?{]+|\\{");

  static PathGlob of(String glob) {
    StringBuilder regex = new StringBuilder(glob.contains("/") ? "" : "(?:.*/)?");
    Matcher parts = PART.matcher(glob);
    while (parts.find()) {
      regex.append(regex(parts.group()));
    }
    return new PathGlob(glob, Pattern.compile(regex.toString()));
  }

  boolean matches(String path) {
    return pattern.matcher(path).matches();
  }

  private static String regex(String part) {
    return switch (part) {
      case "**/" -> "(?:.*/)?";
      case "**" -> ".*";
      case "*" -> "[^/]*";
      case "?" -> "[^/]";
      default -> part.startsWith("{") && part.endsWith("}") ? either(part) : Pattern.quote(part);
    };
  }

  private static String either(String part) {
    String texts = part.substring(1, part.length() - 1);
    return "(?:\\Q" + texts.replace(",", "\\E|\\Q") + "\\E)";
  }
}
