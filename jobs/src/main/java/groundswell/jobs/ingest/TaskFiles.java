package groundswell.jobs.ingest;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** The files of a task, one after the other. */
final class TaskFiles implements Iterator<InputFile> {
  private final Iterator<List<InputFile>> groups;
  private Iterator<InputFile> group = Collections.emptyIterator();

  TaskFiles(Iterator<List<InputFile>> groups) {
    this.groups = groups;
  }

  @Override
  public boolean hasNext() {
    while (!group.hasNext() && groups.hasNext()) {
      group = groups.next().iterator();
    }
    return group.hasNext();
  }

  @Override
  public InputFile next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return group.next();
  }
}
