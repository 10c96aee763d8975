package io.vrrplab.keepalived.syntax;

import io.vrrplab.keepalived.finding.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comment that silences a rule: {@code # vrrplab: allow KA-NAME}, for its own line or, where it
 * stands alone, for the next; {@code # vrrplab: allow-file KA-NAME} for the whole file.
 *
 * @param rule the id as written
 * @param at where the id stands
 * @param line for which it counts; 0 for all
 */
public record Allowance(String rule, Position at, int line) {

  private static final Pattern FORM = Pattern.compile("[#!]+\\s*vrrplab:\\s*allow(-file)?\\s+(.*)");

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]+");

  /**
   * Reads those of a comment.
   *
   * @param at where the comment begins
   * @param alone whether nothing stands before it in its line
   */
  static List<Allowance> in(String comment, Position at, boolean alone) {
    List<Allowance> allowances = new ArrayList<>();
    Matcher form = FORM.matcher(comment);
    if (form.matches()) {
      int line = form.group(1) != null ? 0 : alone ? at.line() + 1 : at.line();
      Matcher id = ID.matcher(form.group(2));
      while (id.find()) {
        int column = at.column() + form.start(2) + id.start();
        allowances.add(new Allowance(id.group(), new Position(at.file(), at.line(), column), line));
      }
    }
    return allowances;
  }
}
