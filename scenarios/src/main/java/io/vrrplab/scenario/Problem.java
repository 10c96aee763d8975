package io.vrrplab.scenario;

/**
 * Something wrong with a file, and where.
 *
 * @param file the file's path as the user gave it
 * @param line from 1; 0 where the problem has no place in the file
 * @param column from 1; 0 where it has none
 * @param severity errors keep the scenario from running
 * @param message what is wrong and what is allowed
 */
public record Problem(String file, int line, int column, Severity severity, String message) {

  /** How bad it is. */
  public enum Severity {
    ERROR,
    WARNING
  }

  /** One line, as compilers write it: {@code m1.conf:12:5: error: …}. */
  @Override
  public String toString() {
    String place = line == 0 ? file : file + ":" + line + ":" + column;
    return place + ": " + (severity == Severity.ERROR ? "error" : "warning") + ": " + message;
  }
}
