package groundswell.jobs.ingest;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.catalyst.expressions.Expression;

/**
 * One rule of a mapping, resolved against the declared columns.
 *
 * @param eventType what the rows become; null for rows that mean nothing
 * @param because why such rows mean nothing; null for events
 * @param from glob over the file's path below the input folder
 * @param where which rows; null for all
 * @param fields names of the fields that are set
 * @param values one expression per field, of the field's type or of text
 * @param tainted names of text fields made from a column that names a person
 * @param personal columns that name a person in this rule
 * @param positional names of fields made from where the row stands
 */
record CompiledRule(
    String eventType,
    String because,
    String from,
    Expression where,
    List<String> fields,
    List<Expression> values,
    List<String> tainted,
    List<String> personal,
    List<String> positional)
    implements Serializable {}
