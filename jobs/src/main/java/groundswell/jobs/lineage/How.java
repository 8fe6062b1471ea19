package groundswell.jobs.lineage;

/** How a column is used for another one, in the standard's words. */
public enum How {
  IDENTITY(true, "IDENTITY"),
  TRANSFORMATION(true, "TRANSFORMATION"),
  AGGREGATION(true, "AGGREGATION"),
  CONDITIONAL(false, "CONDITIONAL"),
  WINDOW(false, "WINDOW"),
  FILTER(false, "FILTER"),
  JOIN(false, "JOIN"),
  GROUP_BY(false, "GROUP_BY"),
  /** Read by code that is no part of the plan: which column it goes to is not known. */
  CODE(true, "TRANSFORMATION");

  private final boolean isDirect;
  private final String subtype;

  How(boolean isDirect, String subtype) {
    this.isDirect = isDirect;
    this.subtype = subtype;
  }

  /** DIRECT when values go into the column, INDIRECT when they only decide about them. */
  String type() {
    return isDirect ? "DIRECT" : "INDIRECT";
  }

  String subtype() {
    return subtype;
  }

  /** This use of what is itself made in another way: the less direct of both. */
  How of(How inner) {
    if (!isDirect) {
      return this;
    }
    return !inner.isDirect || inner.compareTo(this) > 0 ? inner : this;
  }
}
