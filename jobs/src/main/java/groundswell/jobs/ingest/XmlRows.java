package groundswell.jobs.ingest;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * XML with one element a row: its attributes and its child elements of plain text are the columns.
 * No document type, no external entity is read. A row's number counts the elements from 1.
 */
final class XmlRows implements RowReader {
  private final InputStream in;
  private final XMLStreamReader xml;
  private final String element;
  private final SourceColumns columns;
  private long number;

  XmlRows(InputFile file, SourceColumns columns, String element) throws IOException {
    this.in = file.open();
    this.columns = columns;
    this.element = element;
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      xml = factory.createXMLStreamReader(in);
    } catch (XMLStreamException fault) {
      throw broken(fault);
    }
  }

  @Override
  public boolean next(SourceRow row) throws IOException {
    try {
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT && element.equals(xml.getLocalName())) {
          row.begin(number + 1);
          attributes(row.values());
          children(row.values());
          number++;
          return true;
        }
      }
      return false;
    } catch (XMLStreamException fault) {
      throw broken(fault);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private void attributes(Object[] values) {
    for (int index = 0; index < xml.getAttributeCount(); index++) {
      set(values, xml.getAttributeLocalName(index), xml.getAttributeValue(index));
    }
  }

  private void children(Object[] values) throws XMLStreamException {
    int depth = 1;
    String name = null;
    StringBuilder text = new StringBuilder();
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
        name = depth == 2 ? xml.getLocalName() : null;
        text.setLength(0);
      } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        text.append(xml.getText());
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
        if (name != null) {
          set(values, name, text.toString());
          name = null;
        }
      }
    }
  }

  private void set(Object[] values, String name, String text) {
    int position = columns.position(name);
    if (position >= 0 && !text.isEmpty()) {
      values[position] = UTF8String.fromString(text);
    }
  }

  private static IOException broken(XMLStreamException fault) {
    return new IOException(
        fault.getLocation() == null || fault.getNestedException() != null
            ? "it ends too early"
            : "it is no well-formed XML from line %d on"
                .formatted(fault.getLocation().getLineNumber()));
  }
}
