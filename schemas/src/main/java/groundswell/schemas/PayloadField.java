package groundswell.schemas;

import org.apache.avro.Schema;

/**
 * One field of an event type's payload.
 *
 * @param name as the Avro record has it
 * @param column of core.event; differs from the name when the value is pseudonymised at the door
 * @param avroType without the null branch
 * @param unit unit or domain; empty when the meaning says it
 * @param isRequired true when the record has no default for it
 * @param isPersonal true when the raw value names a person
 */
public record PayloadField(
    String name,
    String column,
    Schema avroType,
    String meaning,
    String unit,
    boolean isRequired,
    boolean isPersonal) {}
