package io.vrrplab.keepalived.syntax;

import io.vrrplab.keepalived.finding.Findings;
import io.vrrplab.keepalived.finding.Position;
import io.vrrplab.keepalived.finding.Rule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes the lines that keepalived parses of those that people write. */
final class Preprocessor {

  /** keepalived's buffer without its end mark: the rest of a longer line is a line of its own. */
  private static final int MAX_LINE = 1023;

  private static final int MAX_INCLUDE_DEPTH = 16;

  /** Nobody means to write more; the largest known file has 650 240. */
  private static final int MAX_LINES = 1_500_000;

  private static final Pattern DEFINITION = Pattern.compile("\\$([A-Za-z_][A-Za-z0-9_]*)=(.*)");
  private static final Pattern CONDITION = Pattern.compile("@(\\^?)(\\S*)\\s*");
  private static final Pattern INCLUDE = Pattern.compile("(include[rmwba]?)\\s+(.+)");

  private final ReadOptions options;
  private final Findings findings;
  private final SourceFiles files;
  private final Variables variables;
  private final Tokenizer tokenizer;
  private final List<Allowance> allowances = new ArrayList<>();
  private @Nullable String pendingName;
  private List<String> pendingLines = new ArrayList<>();
  private int given;
  private boolean loops;
  private Set<IncludeCheck> checks = EnumSet.noneOf(IncludeCheck.class);

  /** How many tokens have been looked at for what they say of checks. */
  private int searched;

  Preprocessor(ReadOptions options, Findings findings, SourceFiles files, Tokenizer tokenizer) {
    this.options = options;
    this.findings = findings;
    this.files = files;
    this.variables = new Variables(options, findings);
    this.tokenizer = tokenizer;
  }

  List<Allowance> allowances() {
    return allowances;
  }

  /** Gives all lines of a file; none, with a finding, where it cannot be read. */
  void read(Path file) {
    files.lines(file).ifPresent(all -> read(file.toString(), all, 0));
  }

  /** Gives all lines of a text. */
  void read(String label, String text) {
    read(label, List.of(text.split("\n", -1)), 0);
  }

  private void read(String file, List<String> all, int depth) {
    for (int i = 0; i < all.size(); i++) {
      String text = all.get(i);
      String plain = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
      for (int start = 0; start == 0 || start < plain.length(); start += MAX_LINE) {
        String piece = plain.substring(start, Math.min(plain.length(), start + MAX_LINE));
        if (start > 0) {
          findings.add(
              Rule.LONG_LINE,
              new Position(file, i + 1, start + 1),
              "keepalived takes %d characters of a line and reads the rest as another line",
              MAX_LINE);
        }
        physical(new Line(piece, new Position(file, i + 1, start + 1), piece.length()), depth);
      }
    }
  }

  private void physical(Line line, int depth) {
    Tokenizer.Code ends = Tokenizer.code(line.text());
    int end = ends.end();
    Line code = line;
    if (end < line.text().length()) {
      code = line.with(line.text().substring(0, end), end);
      boolean alone = code.text().isBlank();
      allowances.addAll(Allowance.in(line.text().substring(end), line.at(end), alone));
    }
    if (ends.openQuote() >= 0) {
      findings.add(Rule.QUOTE, line.at(ends.openQuote()), "the quote is not closed in this line");
    }
    code = glued(code.stripped(), pendingName == null);
    if (pendingName != null) {
      continueDefinition(pendingName, code.text());
    } else if (!code.text().isEmpty()) {
      logical(code, depth);
    }
  }

  /** A backslash at the end takes the blanks before it away. */
  private Line glued(Line line, boolean alone) {
    String text = line.text();
    if (!text.endsWith("\\")) {
      return line;
    }
    if (alone && !DEFINITION.matcher(text).matches()) {
      findings.add(
          Rule.BACKSLASH,
          line.at(text.length() - 1),
          "no line goes on after a \\ but those of a variable; to keepalived it is a part of the"
              + " word before it");
    }
    String head = text.substring(0, text.length() - 1).stripTrailing();
    return line.with(head + "\\", head.length());
  }

  private void continueDefinition(String name, String text) {
    boolean more = text.endsWith("\\");
    pendingLines.add(more ? text.substring(0, text.length() - 1).strip() : text);
    if (!more) {
      variables.define(name, pendingLines);
      pendingName = null;
    }
  }

  private void logical(Line line, int depth) {
    Line code = line.text().charAt(0) == '@' ? conditional(line) : line;
    if (code.text().isEmpty()) {
      return;
    }
    Matcher include = INCLUDE.matcher(code.text());
    if (include.matches()) {
      include(include.group(1), include.group(2), code.at(0), depth);
      return;
    }
    Matcher definition = DEFINITION.matcher(code.text());
    if (definition.matches()) {
      define(definition.group(1), definition.group(2));
    } else {
      expand(code);
    }
  }

  /** The line behind {@code @id}, or an empty one where it is for another node. */
  private Line conditional(Line line) {
    Matcher condition = CONDITION.matcher(line.text());
    if (!condition.lookingAt()) {
      return line;
    }
    boolean same = condition.group(2).equals(options.configId());
    if (options.configId() == null) {
      findings.add(
          Rule.CONFIG_ID,
          line.at(0),
          "this line is for a node by its config-id (%s), and none is known here",
          condition.group(2));
    }
    boolean kept = same == condition.group(1).isEmpty();
    return kept ? line.from(condition.end()) : line.with("", 0);
  }

  private void define(String name, String value) {
    if (value.endsWith("\\")) {
      pendingName = name;
      pendingLines = new ArrayList<>();
      String first = value.substring(0, value.length() - 1).strip();
      if (!first.isEmpty()) {
        pendingLines.add(first);
      }
    } else {
      variables.define(name, List.of(value.strip()));
    }
  }

  private void include(String kind, String pattern, Position at, int depth) {
    if (depth == MAX_INCLUDE_DEPTH) {
      findings.add(Rule.INCLUDE_LOOP, at, "files include each other more than %d deep", depth);
      loops = true;
    }
    // Where a file includes itself twice, each turn would double the number of those to come.
    if (loops || !take(at)) {
      return;
    }
    Set<IncludeCheck> here = checksSoFar();
    Set<IncludeCheck> wanted = IncludeCheck.of(kind);
    wanted.addAll(here);
    for (Path file : files.included(wanted, pattern.strip(), at)) {
      Optional<List<String>> all = files.lines(file);
      all.ifPresent(text -> read(shown(at.file(), file), text, depth + 1));
      // What an included file says of checks ends with it.
      checks = here;
      searched = tokenizer.tokens().size();
    }
  }

  /** What include_check has said by now in this file, or in those that include it. */
  private Set<IncludeCheck> checksSoFar() {
    List<Token> tokens = tokenizer.tokens();
    for (Token token : tokens.subList(searched, tokens.size())) {
      if (token instanceof Token.Words(List<Word> words)
          && words.getFirst().text().equals("include_check")) {
        checks = IncludeCheck.set(words.subList(1, words.size()), checks);
      }
    }
    searched = tokens.size();
    return checks;
  }

  /** An included file is named the way the including one was. */
  private static String shown(String including, Path included) {
    Path folder = Path.of(including).getParent();
    Path absolute = (folder == null ? Path.of("") : folder).toAbsolutePath().normalize();
    if (!included.startsWith(absolute)) {
      return included.toString();
    }
    Path relative = absolute.relativize(included);
    return (folder == null ? relative : folder.resolve(relative)).toString();
  }

  /** Repeats what sequences repeat, puts in what variables hold. */
  private void expand(Line line) {
    if (line.text().indexOf('~') == 0) {
      Sequence sequence = Sequence.at(line.text());
      if (sequence != null) {
        repeat(sequence, line);
        return;
      }
    }
    List<String> block = variables.block(line.text());
    if (block == null) {
      if (take(line.at(0))) {
        tokenizer.split(variables.replace(line));
      }
      return;
    }
    for (String text : block) {
      if (given >= MAX_LINES) {
        break;
      }
      if (text.indexOf('$') >= 0 || text.startsWith("~")) {
        expand(line.with(text, 0));
      } else if (take(line.at(0)) && !text.isEmpty()) {
        tokenizer.splitAgain(text, line);
      }
    }
  }

  private void repeat(Sequence sequence, Line line) {
    Line rest = line.from(sequence.end()).stripped();
    Line moved = rest.with(rest.text(), 0);
    List<@Nullable List<String>> covered = new ArrayList<>();
    sequence.names().forEach(name -> covered.add(variables.get(name)));
    for (List<String> turn : sequence.turns()) {
      if (given >= MAX_LINES) {
        break;
      }
      for (int i = 0; i < sequence.names().size(); i++) {
        variables.define(sequence.names().get(i), List.of(turn.get(i)));
      }
      expand(moved);
    }
    for (int i = 0; i < covered.size(); i++) {
      variables.restore(sequence.names().get(i), covered.get(i));
    }
  }

  /** Whether there is room for one more line. */
  private boolean take(Position at) {
    given = Math.min(given + 1, MAX_LINES + 1);
    if (given == MAX_LINES) {
      findings.add(Rule.TOO_LARGE, at, "the file becomes longer than %d lines here", MAX_LINES);
    }
    return given < MAX_LINES;
  }
}
