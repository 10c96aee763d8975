package io.vrrplab.keepalived.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@code ~SEQ}, {@code ~SEQx} or {@code ~LST} at the begin of a line, which repeats the rest.
 *
 * @param names the variables it sets
 * @param turns the values of each repetition, one for each name
 * @param end where the rest of the line begins
 */
record Sequence(List<String> names, List<List<String>> turns, int end) {

  /** More turns than this are a mistake; the largest known file has 65 024 instances. */
  static final int MAX_TURNS = 1 << 20;

  /** Reads one; null where the line begins otherwise, or with one that makes no sense. */
  static @Nullable Sequence at(String text) {
    boolean list = text.startsWith("~LST(");
    boolean hex = text.startsWith("~SEQx(");
    if (!list && !hex && !text.startsWith("~SEQ(")) {
      return null;
    }
    int open = text.indexOf('(');
    int close = text.indexOf(')', open);
    if (close < 0) {
      return null;
    }
    List<String> arguments = arguments(text.substring(open + 1, close));
    return list ? listed(arguments, close + 1) : counted(arguments, hex, close + 1);
  }

  /** Splits at the commas that stand outside of braces. */
  private static List<String> arguments(String text) {
    List<String> arguments = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i == text.length() ? ',' : text.charAt(i);
      if (c == '{') {
        depth++;
      } else if (c == '}') {
        depth--;
      } else if (c == ',' && (depth == 0 || i == text.length())) {
        arguments.add(text.substring(start, i).strip());
        start = i + 1;
      }
    }
    return arguments;
  }

  private static Sequence listed(List<String> arguments, int end) {
    List<String> names = tuple(arguments.getFirst());
    List<List<String>> turns = new ArrayList<>();
    for (String argument : arguments.subList(1, arguments.size())) {
      List<String> turn = new ArrayList<>(tuple(argument));
      while (turn.size() < names.size()) {
        turn.add("");
      }
      turns.add(turn);
    }
    return new Sequence(names, turns, end);
  }

  private static List<String> tuple(String text) {
    return text.startsWith("{") && text.endsWith("}")
        ? Arrays.stream(text.substring(1, text.length() - 1).split(",", -1))
            .map(String::strip)
            .toList()
        : List.of(text);
  }

  /** The name and one to three numbers: end; start, end; start, step, end. */
  private static @Nullable Sequence counted(List<String> arguments, boolean hex, int end) {
    if (arguments.size() < 2 || arguments.size() > 4) {
      return null;
    }
    try {
      List<Long> numbers =
          arguments.subList(1, arguments.size()).stream().map(Long::decode).toList();
      long from = numbers.size() == 1 ? 1 : numbers.getFirst();
      long to = numbers.getLast();
      long step = numbers.size() == 3 ? numbers.get(1) : from <= to ? 1 : -1;
      if (step == 0 || Math.abs(to - from) / Math.abs(step) > MAX_TURNS) {
        return null;
      }
      List<List<String>> turns = new ArrayList<>();
      for (long i = from; step > 0 ? i <= to : i >= to; i += step) {
        turns.add(List.of(hex ? Long.toHexString(i) : Long.toString(i)));
      }
      return new Sequence(List.of(arguments.getFirst()), turns, end);
    } catch (NumberFormatException _) {
      return null;
    }
  }
}
