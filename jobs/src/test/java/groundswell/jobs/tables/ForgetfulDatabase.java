package groundswell.jobs.tables;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.logging.Logger;

/**
 * The catalogue's database, which can do what it is told and lose the answer on the way: whoever
 * commits does not learn that the commit was made.
 */
final class ForgetfulDatabase implements Driver, AutoCloseable {
  private final Driver real;
  private int commitsToCome;
  private Supplier<SQLException> loss;

  private ForgetfulDatabase(Driver real) {
    this.real = real;
  }

  /** Stands in for SQLite in this process until it is closed. */
  static ForgetfulDatabase install() throws SQLException {
    Driver sqlite = DriverManager.getDriver("jdbc:sqlite:");
    ForgetfulDatabase database = new ForgetfulDatabase(sqlite);
    DriverManager.deregisterDriver(sqlite);
    DriverManager.registerDriver(database);
    return database;
  }

  /** Loses the answer to the commit of this number, counted from now, from 1. */
  synchronized void loseAnswer(int commit, Supplier<SQLException> how) {
    commitsToCome = commit;
    loss = how;
  }

  /** True when the answer is still to be lost. */
  synchronized boolean isWaiting() {
    return commitsToCome > 0;
  }

  @Override
  public void close() throws SQLException {
    DriverManager.deregisterDriver(this);
    DriverManager.registerDriver(real);
  }

  private synchronized void commitDone() throws SQLException {
    if (commitsToCome > 0 && --commitsToCome == 0) {
      throw loss.get();
    }
  }

  @Override
  public Connection connect(String url, Properties properties) throws SQLException {
    Connection connection = real.connect(url, properties);
    return connection == null
        ? null
        : proxy(
            Connection.class, (self, method, values) -> onConnection(connection, method, values));
  }

  private Object onConnection(Connection connection, Method method, Object[] values)
      throws Throwable {
    Object result = call(connection, method, values);
    boolean isCommit =
        result instanceof PreparedStatement
            && values[0] instanceof String sql
            && sql.startsWith("UPDATE iceberg_tables");
    return isCommit
        ? proxy(
            PreparedStatement.class,
            (self, inner, arguments) -> onCommit((PreparedStatement) result, inner, arguments))
        : result;
  }

  private Object onCommit(PreparedStatement statement, Method method, Object[] values)
      throws Throwable {
    Object result = call(statement, method, values);
    if (method.getName().equals("executeUpdate")) {
      commitDone();
    }
    return result;
  }

  private static Object call(Object target, Method method, Object[] values) throws Throwable {
    try {
      return method.invoke(target, values);
    } catch (InvocationTargetException fault) {
      throw fault.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            ForgetfulDatabase.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  @Override
  public boolean acceptsURL(String url) throws SQLException {
    return real.acceptsURL(url);
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties)
      throws SQLException {
    return real.getPropertyInfo(url, properties);
  }

  @Override
  public int getMajorVersion() {
    return real.getMajorVersion();
  }

  @Override
  public int getMinorVersion() {
    return real.getMinorVersion();
  }

  @Override
  public boolean jdbcCompliant() {
    return real.jdbcCompliant();
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getGlobal();
  }
}
