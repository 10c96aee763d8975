package io.vrrplab.keepalived.syntax;

import io.vrrplab.keepalived.Releases;
import io.vrrplab.keepalived.finding.Findings;
import io.vrrplab.keepalived.finding.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The variables of a file; they are replaced where they are used, with the value of that time. */
final class Variables {

  /** A variable that names itself would never end. */
  private static final int MAX_DEPTH = 32;

  /** Variables that hold others twice would make a line of any length. */
  private static final int MAX_USES = 10_000;

  private final ReadOptions options;
  private final Findings findings;
  private final Map<String, List<String>> values = new LinkedHashMap<>();
  private long random;
  private int uses;

  Variables(ReadOptions options, Findings findings) {
    this.options = options;
    this.findings = findings;
    this.random = options.seed();
  }

  /** Sets a variable to one line, or to several. */
  void define(String name, List<String> lines) {
    values.put(name, lines);
  }

  @Nullable List<String> get(String name) {
    return values.get(name);
  }

  /** Puts back what a sequence had covered. */
  void restore(String name, @Nullable List<String> lines) {
    if (lines == null) {
      values.remove(name);
    } else {
      values.put(name, lines);
    }
  }

  /** The variable of several lines that a line consists of; null where it is something else. */
  @Nullable List<String> block(String text) {
    if (text.length() < 2 || text.charAt(0) != '$') {
      return null;
    }
    boolean braced = text.startsWith("${") && text.endsWith("}");
    String name = braced ? text.substring(2, text.length() - 1) : text.substring(1);
    List<String> lines = values.get(name);
    return lines == null || lines.size() < 2 ? null : lines;
  }

  /** Replaces all variables in a line; those inside their values too. */
  Line replace(Line line) {
    uses = 0;
    int first = line.text().indexOf('$');
    return first < 0 ? line : line.with(replaced(line, line.text(), 0), first);
  }

  private String replaced(Line line, String text, int depth) {
    if (depth > MAX_DEPTH || uses > MAX_USES) {
      findings.add(
          Rule.VARIABLE_LOOP,
          line.at(0),
          "a variable of this line contains itself, or too many others; keepalived never comes to"
              + " an end");
      return text;
    }
    StringBuilder result = new StringBuilder();
    int done = 0;
    int dollar = text.indexOf('$');
    while (dollar >= 0) {
      uses++;
      result.append(text, done, dollar);
      Use use = use(line, text, dollar);
      done = use.end();
      String value = use.value();
      result.append(value == null ? text.substring(dollar, done) : nested(line, value, depth));
      dollar = text.indexOf('$', done);
    }
    return result.append(text, done, text.length()).toString();
  }

  private String nested(Line line, String value, int depth) {
    return value.indexOf('$') < 0 ? value : replaced(line, value, depth + 1);
  }

  /** A variable in a text: where it ends, and its value; null where there is none. */
  private record Use(int end, @Nullable String value) {}

  private Use use(Line line, String text, int dollar) {
    int start = dollar + 1;
    if (start < text.length() && text.charAt(start) == '{') {
      int close = text.indexOf('}', start);
      return close < 0
          ? new Use(start, null)
          : known(line, text.substring(start + 1, close), close + 1);
    }
    int end = start;
    while (end < text.length() && isNamePart(text.charAt(end))) {
      end++;
    }
    boolean ends =
        end == text.length()
            || Character.isWhitespace(text.charAt(end))
            || text.charAt(end) == ','
            || text.charAt(end) == ')';
    return ends && end > start
        ? known(line, text.substring(start, end), end)
        : new Use(Math.max(end, start), null);
  }

  private Use known(Line line, String name, int end) {
    List<String> lines = values.get(name);
    String value = lines == null ? builtIn(line, name) : joined(lines);
    if (value == null) {
      findings.add(
          Rule.VARIABLE_UNDEFINED,
          line.at(0),
          "variable %s is not defined; keepalived leaves the text as it stands",
          name);
    }
    return new Use(end, value);
  }

  private static String joined(List<String> lines) {
    return lines.size() == 1 ? lines.getFirst() : String.join(" ", lines);
  }

  private @Nullable String builtIn(Line line, String name) {
    String[] words = name.split("\\s+");
    return switch (words[0]) {
      case "_HASH" -> "#";
      case "_BANG" -> "!";
      case "_PWD" -> folderOf(line.start().file());
      case "_INSTANCE" -> "";
      case "_ENV" ->
          Releases.has(options.version(), "2.2.8") && words.length > 1
              ? Objects.requireNonNullElse(options.environment().get(words[1]), "")
              : null;
      case "_RANDOM" -> draw(words);
      default -> null;
    };
  }

  private static String folderOf(String file) {
    int slash = file.lastIndexOf('/');
    return slash < 0 ? "." : file.substring(0, slash);
  }

  /** A number from the seed alone: SplitMix64, so that the same file is read the same way again. */
  private @Nullable String draw(String[] words) {
    try {
      long min = words.length > 1 ? Long.parseLong(words[1]) : 0;
      long max = words.length > 2 ? Long.parseLong(words[2]) : Short.MAX_VALUE;
      random += 0x9E3779B97F4A7C15L;
      long z = random;
      z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
      z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
      long drawn = (z ^ (z >>> 31)) >>> 1;
      return max < min ? null : Long.toString(min + drawn % (max - min + 1));
    } catch (NumberFormatException _) {
      return null;
    }
  }

  static boolean isNamePart(char c) {
    return c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }
}
