package groundswell.jobs.ingest;

import java.util.List;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.BasePredicate;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.MutableProjection;
import org.apache.spark.sql.catalyst.expressions.Predicate;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** One rule at work: compiled condition and values. One thread. */
final class RuleEvaluation {
  private static final UTF8String BLANK = UTF8String.EMPTY_UTF8;

  private final CompiledRule rule;
  private final Seq<Attribute> input;
  private final TextValue text;
  private final Pseudonyms pseudonyms;
  private final UTF8String eventType;
  private final int eventTypeIndex = Vocabulary.released().index("event_type");
  private final EventField[] fields;
  private final boolean[] isText;
  private final boolean[] isTainted;
  private final BasePredicate condition;
  private final MutableProjection values;

  RuleEvaluation(CompiledRule rule, Seq<Attribute> input, TextValue text, Pseudonyms pseudonyms) {
    this.rule = rule;
    this.input = input;
    this.text = text;
    this.pseudonyms = pseudonyms;
    this.eventType = UTF8String.fromString(rule.eventType());
    this.fields =
        rule.fields().stream().map(Vocabulary.released()::field).toArray(EventField[]::new);
    this.isText = new boolean[fields.length];
    this.isTainted = new boolean[fields.length];
    for (int index = 0; index < fields.length; index++) {
      isText[index] = rule.values().get(index).dataType().equals(DataTypes.StringType);
      isTainted[index] = rule.tainted().contains(fields[index].name());
    }
    this.condition = rule.where() == null ? null : Predicate.create(rule.where(), input);
    this.values = projection(rule.values());
  }

  CompiledRule rule() {
    return rule;
  }

  String because() {
    return rule.because();
  }

  /** True when the rule is for this row; a condition that fails refuses the draft. */
  boolean holds(InternalRow row, EventDraft draft) {
    try {
      return condition == null || condition.eval(row);
    } catch (RuntimeException fault) {
      draft.refuse(Reason.BAD_TYPE, "the condition of a rule fails: " + words(fault));
      return false;
    }
  }

  /** Fills the draft with the event that the row becomes. */
  void fill(InternalRow row, EventDraft draft) {
    draft.values()[eventTypeIndex] = eventType;
    InternalRow evaluated;
    try {
      evaluated = values.apply(row);
    } catch (RuntimeException fault) {
      fillOneByOne(row, draft);
      return;
    }
    for (int index = 0; index < fields.length; index++) {
      set(draft, index, evaluated.get(index, rule.values().get(index).dataType()));
    }
  }

  /** Slower, and finds the field that fails. */
  private void fillOneByOne(InternalRow row, EventDraft draft) {
    for (int index = 0; index < fields.length; index++) {
      Expression expression = rule.values().get(index);
      try {
        Object value = projection(List.of(expression)).apply(row).get(0, expression.dataType());
        set(draft, index, value);
      } catch (RuntimeException fault) {
        boolean isMoney = fields[index].kind() == FieldKind.MONEY;
        draft.refuse(
            isMoney ? Reason.BAD_MONEY : Reason.BAD_TYPE,
            "%s cannot be computed: %s"
                .formatted(
                    fields[index].name(), fields[index].personal() ? "(an id)" : words(fault)));
      }
    }
  }

  private void set(EventDraft draft, int index, Object value) {
    EventField field = fields[index];
    Object read = value;
    if (value != null && isText[index]) {
      UTF8String given = (UTF8String) value;
      read = given.trim().equals(BLANK) ? null : text.read(field, given, draft);
    }
    if (read != null && isTainted[index]) {
      read = pseudonyms.of((UTF8String) read);
    }
    draft.values()[field.index()] = read;
  }

  private MutableProjection projection(List<Expression> expressions) {
    return MutableProjection.create(CollectionConverters.asScala(expressions).toSeq(), input);
  }

  private static String words(RuntimeException fault) {
    return fault instanceof SparkThrowable known
        ? String.valueOf(known.getCondition())
        : fault.getClass().getSimpleName();
  }
}
