package groundswell.schemas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Builds the tree of one YAML text from its parse events. One instance per text. */
final class YamlReader {
  private static final int MAXIMUM_DEPTH = 32;
  private static final int MAXIMUM_CODE_POINTS = 4 << 20;

  private final String file;

  YamlReader(String file) {
    this.file = file;
  }

  YamlMap read(String text) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(file)
            .setUseMarks(true)
            .setCodePointLimit(MAXIMUM_CODE_POINTS)
            .build();
    try {
      return document(new Parse(settings).parseString(text).iterator());
    } catch (MarkedYamlEngineException fault) {
      throw refusal(fault.getProblemMark(), "cannot be read as YAML: " + fault.getProblem());
    } catch (YamlEngineException fault) {
      throw refusal(Optional.empty(), "cannot be read as YAML: " + fault.getMessage());
    }
  }

  private YamlMap document(Iterator<Event> events) {
    events.next(); // start of stream
    if (events.next().getEventId() != Event.ID.DocumentStart) {
      throw refusal(Optional.empty(), "must hold a mapping but is empty");
    }
    YamlNode top = node(events.next(), events, 0);
    events.next(); // end of document
    Event last = events.next();
    if (last.getEventId() != Event.ID.StreamEnd) {
      throw refusal(last.getStartMark(), "must hold one document but a second one begins here");
    }
    if (top instanceof YamlMap map) {
      return map;
    }
    throw top.problem("must be a mapping but is " + top.kind());
  }

  private YamlNode node(Event event, Iterator<Event> events, int depth) {
    if (depth > MAXIMUM_DEPTH) {
      throw refusal(
          event.getStartMark(), "is nested deeper than %d levels".formatted(MAXIMUM_DEPTH));
    }
    refuseSharing(event);
    return switch (event.getEventId()) {
      case Scalar -> scalar((ScalarEvent) event);
      case SequenceStart -> list(event, events, depth);
      case MappingStart -> map(event, events, depth);
      default -> throw refusal(event.getStartMark(), "cannot be read: " + event);
    };
  }

  private void refuseSharing(Event event) {
    boolean anchored = event instanceof NodeEvent node && node.getAnchor().isPresent();
    if (anchored) {
      throw refusal(event.getStartMark(), "anchors and aliases are not read; write the value out");
    }
  }

  private YamlScalar scalar(ScalarEvent event) {
    return new YamlScalar(place(event.getStartMark()), event.getValue(), event.isPlain());
  }

  private YamlList list(Event start, Iterator<Event> events, int depth) {
    List<YamlNode> items = new ArrayList<>();
    Event next = events.next();
    while (next.getEventId() != Event.ID.SequenceEnd) {
      items.add(node(next, events, depth + 1));
      next = events.next();
    }
    return new YamlList(place(start.getStartMark()), items);
  }

  private YamlMap map(Event start, Iterator<Event> events, int depth) {
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    Map<String, String> keyPlaces = new HashMap<>();
    Event next = events.next();
    while (next.getEventId() != Event.ID.MappingEnd) {
      YamlNode key = node(next, events, depth + 1);
      if (!(key instanceof YamlScalar name)) {
        throw key.problem("a key must be a single value but is " + key.kind());
      }
      if (keyPlaces.containsKey(name.text())) {
        throw key.problem(
            "the key '%s' stands here a second time; first at %s"
                .formatted(name.text(), keyPlaces.get(name.text())));
      }
      keyPlaces.put(name.text(), name.place());
      entries.put(name.text(), node(events.next(), events, depth + 1));
      next = events.next();
    }
    return new YamlMap(place(start.getStartMark()), entries, keyPlaces);
  }

  private Refusal refusal(Optional<Mark> mark, String sentence) {
    return new Refusal(ExitCode.CONFIGURATION, place(mark) + ": " + sentence);
  }

  private String place(Optional<Mark> mark) {
    return mark.map(found -> file + ":" + (found.getLine() + 1)).orElse(file);
  }
}
