package groundswell.generate.output;

/** What a reader ought to do with a row. */
enum Row {
  /** Accept: the first copy of a true event. */
  EVENT,
  /** Recognise as a copy of an event that it has. */
  COPY,
  /** Refuse. */
  REFUSED;

  private final String here = "here." + name();

  /** Key under which a block counts such rows of its own file. */
  String here() {
    return here;
  }
}
