package groundswell.runner.faults;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.Method;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.connect.ListeningConnector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.VMDeathEvent;
import com.sun.jdi.event.VMDisconnectEvent;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.ClassPrepareRequest;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs a JVM under the debugger interface of the JDK and kills it where it enters a method: the
 * code that is tested has no switch for it and runs as ever.
 */
final class Debugger {
  private static final String HOST = "127.0.0.1";

  private final StopPoint point;

  private Debugger(StopPoint point) {
    this.point = point;
  }

  /** Kills the process at the point; false when it ended without getting there. */
  static boolean kill(List<String> command, File output, StopPoint point, Duration atMost)
      throws IOException, InterruptedException {
    ListeningConnector connector = connector();
    Map<String, Connector.Argument> arguments = connector.defaultArguments();
    arguments.get("localAddress").setValue(HOST);
    arguments.get("timeout").setValue(Long.toString(atMost.toMillis()));
    try {
      String address = connector.startListening(arguments);
      Process process = start(command, address, output);
      try {
        return new Debugger(point).isReached(connector.accept(arguments), atMost);
      } finally {
        process.destroyForcibly().waitFor();
        connector.stopListening(arguments);
      }
    } catch (IllegalConnectorArgumentsException wrong) {
      throw new IllegalStateException(wrong);
    }
  }

  private static ListeningConnector connector() {
    return Bootstrap.virtualMachineManager().listeningConnectors().stream()
        .filter(candidate -> candidate.name().equals("com.sun.jdi.SocketListen"))
        .findFirst()
        .orElseThrow();
  }

  private static Process start(List<String> command, String address, File output)
      throws IOException {
    String port = address.substring(address.lastIndexOf(':') + 1);
    List<String> debugged = new ArrayList<>(command);
    debugged.add(
        1,
        "-agentlib:jdwp=transport=dt_socket,server=n,suspend=y,address=%s:%s"
            .formatted(HOST, port));
    return new ProcessBuilder(debugged)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.to(output))
        .start();
  }

  /** Lets the machine run until it is at the point, where it stays; or until it ends. */
  private boolean isReached(VirtualMachine machine, Duration atMost) throws InterruptedException {
    ClassPrepareRequest prepared = machine.eventRequestManager().createClassPrepareRequest();
    prepared.addClassFilter(point.type());
    prepared.enable();
    long deadline = System.nanoTime() + atMost.toNanos();
    while (true) {
      long millis = (deadline - System.nanoTime()) / 1_000_000;
      EventSet events = millis > 0 ? machine.eventQueue().remove(millis) : null;
      if (events == null) {
        throw new IllegalStateException(
            "The process was not at '%s' within %s".formatted(point.words(), atMost));
      }
      for (Event event : events) {
        if (event instanceof BreakpointEvent) {
          return true;
        }
        if (event instanceof VMDeathEvent || event instanceof VMDisconnectEvent) {
          return false;
        }
        if (event instanceof ClassPrepareEvent loaded) {
          stopIn(machine, loaded.referenceType());
        }
      }
      events.resume();
    }
  }

  private void stopIn(VirtualMachine machine, ReferenceType type) {
    List<Method> methods =
        type.methodsByName(point.method()).stream().filter(m -> !m.isSynthetic()).toList();
    if (methods.isEmpty()) {
      throw new IllegalStateException(
          "%s has no method '%s' any more; name another place for '%s'"
              .formatted(point.type(), point.method(), point.words()));
    }
    BreakpointRequest stop =
        machine.eventRequestManager().createBreakpointRequest(methods.get(0).location());
    stop.addCountFilter(point.entry());
    stop.enable();
  }
}
