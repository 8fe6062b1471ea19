package groundswell.jobs.marts.wordofmouth;

import groundswell.jobs.fold.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/** What was said, who joined and what was spent on one channel in one week. */
final class VoiceCell {
  /** Stands for the firm among the brands. */
  static final String OWN = "own";

  /** Whether a rival was counted in the cell at all. */
  static final String RIVALS_COUNTED = "rivals_counted";

  static final StructType SCHEMA =
      StructType.fromDDL(
          """
          community_id STRING, week_date DATE, channel STRING, brand STRING, mentions BIGINT, \
          paid_mentions BIGINT, week_mentions BIGINT, rivals_counted BOOLEAN, joins BIGINT, \
          invited_joins BIGINT, advertised_joins BIGINT, spend_amount DECIMAL(18,4), \
          currency STRING, other_currency_spends BIGINT""");

  private static final UTF8String US = UTF8String.fromString(OWN);

  private final Voice first;
  private final Map<UTF8String, long[]> mentions = new TreeMap<>(); // all, paid
  private boolean isRivalCounted;
  private long joins;
  private long invitedJoins;
  private long spends;
  private long spent;
  private long otherCurrencies;

  VoiceCell(Voice first) {
    this.first = first;
    mentions.put(US, new long[2]);
  }

  void take(Voice voice) {
    switch (voice.what()) {
      case Voice.JOIN -> {
        joins++;
        invitedJoins += voice.number();
      }
      case Voice.SPENT -> spend(voice);
      default -> mention(voice);
    }
  }

  List<InternalRow> rows() {
    long all = mentions.values().stream().mapToLong(counts -> counts[0]).sum();
    List<InternalRow> rows = new ArrayList<>();
    mentions.forEach((brand, counts) -> rows.add(row(brand, counts, all)));
    return rows;
  }

  private void mention(Voice voice) {
    isRivalCounted |= voice.what() == Voice.RIVAL;
    UTF8String said = voice.brand() == null ? US : voice.brand();
    long[] counts = mentions.computeIfAbsent(said, brand -> new long[2]);
    counts[0] = Math.addExact(counts[0], voice.number());
    counts[1] += voice.isPaid() ? voice.number() : 0;
  }

  private void spend(Voice voice) {
    spends++;
    if (voice.isInHomeCurrency()) {
      spent = Math.addExact(spent, voice.amount());
    } else {
      otherCurrencies++;
    }
  }

  private InternalRow row(UTF8String brand, long[] counts, long all) {
    boolean isOwn = brand.equals(US);
    return new GenericInternalRow(
        new Object[] {
          first.communityId(),
          first.week(),
          first.channel(),
          brand,
          counts[0],
          counts[1],
          all,
          isRivalCounted,
          isOwn ? joins : null,
          isOwn ? invitedJoins : null,
          isOwn ? advertisedJoins() : null,
          isOwn ? Money.write(spent) : null,
          isOwn ? first.homeCurrency() : null,
          isOwn ? otherCurrencies : null
        });
  }

  /** All that can be due to advertising: who came uninvited while money was spent here. */
  private long advertisedJoins() {
    return spends > 0 ? joins - invitedJoins : 0;
  }
}
