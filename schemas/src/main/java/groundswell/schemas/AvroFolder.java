package groundswell.schemas;

import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;

/** A folder of the class path that holds {@code Event.avsc}, {@code event/} and {@code type/}. */
final class AvroFolder {
  private final String path;

  private AvroFolder(String path) {
    this.path = path;
  }

  /** The schemas that this build writes. */
  static AvroFolder current() {
    return new AvroFolder("/avro");
  }

  /** The schemas below a folder of the class path. */
  static AvroFolder at(String path) {
    return new AvroFolder(path);
  }

  /** Every enum and payload record by its full name. */
  Map<String, Schema> types() {
    return new TreeMap<>(parseTypes().getTypes());
  }

  /** The envelope. */
  Schema envelope() {
    return parseTypes().parse(Folder.at(path).text("Event.avsc"));
  }

  private Schema.Parser parseTypes() {
    Schema.Parser parser = new Schema.Parser();
    for (String part : new String[] {"/type", "/event"}) {
      Folder folder = Folder.at(path + part);
      for (String file : folder.names(".avsc")) {
        parser.parse(folder.text(file));
      }
    }
    return parser;
  }
}
