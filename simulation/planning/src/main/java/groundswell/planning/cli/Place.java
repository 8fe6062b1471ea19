package groundswell.planning.cli;

import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Where the work of a command runs; its result does not depend on it. */
public enum Place {
  THREADS,
  SPARK;

  /** Reads a place's name in any case. */
  public static final class Name implements ITypeConverter<Place> {
    @Override
    public Place convert(String name) {
      for (Place place : values()) {
        if (place.name().equalsIgnoreCase(name)) {
          return place;
        }
      }
      String known = Arrays.toString(values()).toLowerCase(Locale.ROOT);
      throw new TypeConversionException(
          "place must be one of %s but is '%s'".formatted(known, name));
    }
  }
}
