package groundswell.jobs.marts.wordofmouth;

import groundswell.jobs.fold.FoldedRows;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;

/** Voices in, week by week and channel by channel; a row for us and for each rival out. */
final class VoiceCells extends FoldedRows {
  VoiceCells(Iterator<InternalRow> voices) {
    super(voices);
  }

  @Override
  protected List<InternalRow> fold() {
    Voice first = new Voice(upcoming());
    VoiceCell cell = new VoiceCell(first);
    while (upcoming() != null && first.isSameCell(new Voice(upcoming()))) {
      Voice voice = new Voice(take());
      boolean isRecounted = upcoming() != null && isRecounted(first, voice);
      if (!isRecounted) {
        cell.take(voice);
      }
    }
    return cell.rows();
  }

  /** Whether the row after it counts the same mentions again. */
  private boolean isRecounted(Voice first, Voice voice) {
    Voice next = new Voice(upcoming());
    return first.isSameCell(next) && next.isRecountOf(voice);
  }
}
