package io.vrrplab.scenario.read;

/**
 * A place in a text.
 *
 * @param line from 1; 0 for the text as a whole
 * @param column from 1; 0 for the text as a whole
 */
record Place(int line, int column) {

  static final Place WHOLE_FILE = new Place(0, 0);

  @Override
  public String toString() {
    return line + ":" + column;
  }
}
