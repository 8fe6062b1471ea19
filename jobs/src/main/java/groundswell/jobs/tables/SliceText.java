package groundswell.jobs.tables;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Writes slices as one line and reads them back; ids are percent-encoded. */
final class SliceText {
  private SliceText() {}

  static String quote(String id) {
    return URLEncoder.encode(id, UTF_8);
  }

  static Slice read(String text) {
    String[] words = text.split(" ", -1);
    return switch (words[0]) {
      case "all" -> Slice.all();
      case "communities" ->
          Slice.communities(
              Arrays.stream(words).skip(1).map(SliceText::unquote).collect(Collectors.toSet()));
      case "periods" ->
          Slice.periods(
              unquote(words[1]),
              Arrays.stream(words).skip(2).map(LocalDate::parse).collect(Collectors.toSet()));
      default -> throw new IllegalArgumentException("No slice is written as '" + text + "'");
    };
  }

  /** True when a slice may hold rows of the community. */
  static boolean touches(Slice slice, String communityId) {
    return slice.covers(communityId)
        || (slice instanceof Slice.Periods periods && periods.communityId().equals(communityId));
  }

  private static String unquote(String word) {
    return URLDecoder.decode(word, UTF_8);
  }
}
