package groundswell.planning.report;

import groundswell.planning.published.PublishedFile;
import java.util.List;
import java.util.Map;

/**
 * A sale that was published somewhere, with its source and what contradicts it.
 *
 * @param units units sold
 * @param sellOutS time to sell-out as published [s]
 */
record PublishedSale(
    String id,
    String date,
    String channel,
    String channelClass,
    String product,
    long units,
    double sellOutS,
    String quality,
    String source,
    String conflict) {
  private static final String FILE = "flash_sales.csv";

  /** Sales of a channel class; all of them when the class has none. */
  static List<PublishedSale> ofClass(String channelClass) {
    List<PublishedSale> all = all();
    List<PublishedSale> same =
        all.stream().filter(sale -> sale.channelClass.equals(channelClass)).toList();
    return same.isEmpty() ? all : same;
  }

  static List<PublishedSale> all() {
    return PublishedFile.rows(FILE).stream().map(PublishedSale::of).toList();
  }

  private static PublishedSale of(Map<String, String> row) {
    return new PublishedSale(
        row.get("sale_id"),
        row.get("date"),
        row.get("channel"),
        row.get("channel_class"),
        row.get("product"),
        Long.parseLong(row.get("units_sold")),
        Double.parseDouble(row.get("sell_out_s")),
        row.get("quality"),
        row.get("source"),
        row.get("conflict"));
  }
}
