package groundswell.jobs.ingest;

import java.util.regex.Pattern;

/**
 * A pattern over paths with forward slashes: {@code *} is any text within a folder, {@code **} any
 * text, {@code ?} one character. A pattern without a slash matches the file's name in any folder.
 */
record PathGlob(String text, Pattern pattern) {

  static PathGlob of(String glob) {
    StringBuilder regex = new StringBuilder(glob.contains("/") ? "" : "(?:.*/)?");
    for (int index = 0; index < glob.length(); index++) {
      char current = glob.charAt(index);
      if (current != '*') {
        regex.append(current == '?' ? "[^/]" : Pattern.quote(String.valueOf(current)));
      } else if (glob.startsWith("**", index)) {
        regex.append(".*");
        index += glob.startsWith("**/", index) ? 2 : 1;
      } else {
        regex.append("[^/]*");
      }
    }
    return new PathGlob(glob, Pattern.compile(regex.toString()));
  }

  boolean matches(String path) {
    return pattern.matcher(path).matches();
  }
}
