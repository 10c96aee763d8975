package io.vrrplab.keepalived.syntax;

import io.vrrplab.keepalived.syntax.Keyword.Role;
import io.vrrplab.keepalived.syntax.Keyword.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/** Which keywords there are in which block; the table stands in {@code keywords.txt}. */
final class Grammar {

  /** What stands outside of all blocks. */
  static final String TOP = "top";

  /** Stands in a column that is left out before another. */
  private static final String NONE = "-";

  private static final Grammar KEEPALIVED = read();

  private final Map<String, Map<String, Keyword>> blocks;
  private final SequencedSet<String> commands = new LinkedHashSet<>();

  private Grammar(Map<String, Map<String, Keyword>> blocks) {
    this.blocks = blocks;
    for (Map<String, Keyword> block : blocks.values()) {
      block.values().stream()
          .filter(keyword -> keyword.shape() == Shape.COMMAND)
          .forEach(keyword -> commands.add(keyword.name()));
    }
  }

  static Grammar keepalived() {
    return KEEPALIVED;
  }

  /** The keyword of a block; null where it knows none of that name. */
  @Nullable Keyword find(String block, String name) {
    return of(block).get(name);
  }

  /** All keywords of a block, by name. */
  Map<String, Keyword> of(String block) {
    return blocks.getOrDefault(block, Map.of());
  }

  /** Whether a keyword names a command to run, in any block. */
  boolean namesCommand(String name) {
    return commands.contains(name);
  }

  private static Grammar read() {
    try (InputStream in =
        Grammar.class.getResourceAsStream("/io/vrrplab/keepalived/keywords.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      Map<String, Map<String, Keyword>> blocks = new LinkedHashMap<>();
      Map<String, Keyword> block = new LinkedHashMap<>();
      for (String line : text.split("\n", -1)) {
        if (line.startsWith("[")) {
          block = new LinkedHashMap<>();
          blocks.put(line.substring(1, line.length() - 1), block);
        } else if (!line.isEmpty() && line.charAt(0) != '#') {
          Keyword keyword = keyword(line.split(" "));
          block.put(keyword.name(), keyword);
        }
      }
      return new Grammar(blocks);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Keyword keyword(String[] columns) {
    return new Keyword(
        columns[0],
        Shape.valueOf(columns[1].toUpperCase(Locale.ROOT)),
        Role.valueOf(columns[2].toUpperCase(Locale.ROOT)),
        columns.length > 3 && !columns[3].equals(NONE) ? columns[3] : "",
        columns.length > 4 ? Values.of(columns[4]) : new Values.Any());
  }
}
