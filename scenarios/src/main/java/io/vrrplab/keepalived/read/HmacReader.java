package io.vrrplab.keepalived.read;

import io.vrrplab.keepalived.finding.Findings;
import io.vrrplab.keepalived.finding.Position;
import io.vrrplab.keepalived.finding.Rule;
import io.vrrplab.keepalived.syntax.Node;
import io.vrrplab.keepalived.syntax.Word;
import io.vrrplab.vrrp.HmacRules;
import io.vrrplab.vrrp.HmacRules.Mode;
import io.vrrplab.wire.Octets;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** Reads the block auth_hmac of an instance, which 2.4 brought. */
final class HmacReader {

  private static final String BLOCK = "auth_hmac";
  private static final String HEX = "hex:";
  private static final String FILE = "file:";
  private static final int LEAST_KEY_OCTETS = 32;
  private static final int MOST_KEY_OCTETS = 64;
  private static final int LEAST_WINDOW_SECONDS = 5;
  private static final int MOST_WINDOW_SECONDS = 300;
  private static final int INTERVALS_IN_WINDOW = 3;
  private static final int IDS = 255;

  private final List<Node> blocks;
  private final Settings settings;
  private final Findings findings;

  HmacReader(Settings instance) {
    this.blocks = instance.all(BLOCK);
    this.findings = instance.findings();
    Position at = blocks.isEmpty() ? instance.places().block() : blocks.getFirst().at();
    List<Node> lines = blocks.stream().flatMap(block -> block.children().stream()).toList();
    this.settings = new Settings(lines, at, findings);
  }

  /**
   * What is written; empty where nothing is, or where keepalived authenticates nothing then.
   *
   * @param interval of the adverts, from which the window follows
   * @param strict whether all adverts have to be authenticated
   */
  Optional<HmacRules> read(Duration interval, boolean strict) {
    if (blocks.isEmpty()) {
      return Optional.empty();
    }
    SequencedMap<Integer, Octets> keys = new LinkedHashMap<>();
    settings.all("key").forEach(line -> key(line, keys));
    int active = settings.integer("active_key", 1, IDS, "ignores the line").orElse(0);
    int window = window(interval);
    Mode mode = mode(strict);
    if (!keys.containsKey(active)) {
      add(
          settings.places().of("active_key"),
          "active_key is none of the keys; keepalived sends and takes adverts without trailers");
      return Optional.empty();
    }
    return Optional.of(new HmacRules(keys, active, mode, window));
  }

  private void key(Node line, SequencedMap<Integer, Octets> keys) {
    List<Word> words = line.words();
    if (words.size() < 3) {
      add(line.at(), "a key has an id and a value; keepalived ignores the line");
      return;
    }
    int id = settings.integer(words.get(1), "the id of a key", 1, IDS, "ignores it").orElse(0);
    Word value = words.get(2);
    Optional<Octets> key = octets(value);
    if (id == 0) {
      return;
    }
    if (key.isEmpty()) {
      add(value.at(), "key %d is not 32 to 64 octets; keepalived ignores it".formatted(id));
    } else if (keys.putIfAbsent(id, key.get()) != null) {
      add(value.at(), "there is a key %d above; keepalived ignores this one".formatted(id));
    }
  }

  private Optional<Octets> octets(Word word) {
    String text = word.text();
    if (text.startsWith(FILE)) {
      findings.add(
          Rule.NOT_SIMULATED,
          word.at(),
          "the file of a key is not read; nodes that name the same file have the same key here");
      return Optional.of(Octets.of(text.getBytes(StandardCharsets.UTF_8)));
    }
    return decoded(text)
        .filter(key -> key.length() >= LEAST_KEY_OCTETS && key.length() <= MOST_KEY_OCTETS);
  }

  private static Optional<Octets> decoded(String text) {
    if (!text.startsWith(HEX)) {
      return Optional.of(Octets.of(text.getBytes(StandardCharsets.UTF_8)));
    }
    try {
      return Optional.of(Octets.ofHex(text.substring(HEX.length())));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** The time for which a number is fresh, seconds; 0 where clocks do not matter. */
  private int window(Duration interval) {
    int written = settings.integer("time_window", 1, MOST_WINDOW_SECONDS, "ignores it").orElse(0);
    boolean timed =
        choice("anti_replay", List.of("time", "monotonic")).orElse("time").equals("time");
    if (!timed) {
      return 0;
    }
    return written > 0
        ? written
        : Math.clamp(
            INTERVALS_IN_WINDOW * interval.toSeconds(), LEAST_WINDOW_SECONDS, MOST_WINDOW_SECONDS);
  }

  private Mode mode(boolean strict) {
    String written =
        choice("mode", List.of("enforce", "permissive", "receive-only")).orElse("enforce");
    if (strict && !written.equals("enforce")) {
      add(settings.places().of("mode"), "strict mode takes enforce for mode " + written);
      return Mode.ENFORCE;
    }
    return switch (written) {
      case "permissive" -> Mode.PERMISSIVE;
      case "receive-only" -> Mode.RECEIVE_ONLY;
      default -> Mode.ENFORCE;
    };
  }

  /** The last word of a keyword that is one of those allowed. */
  private Optional<String> choice(String keyword, List<String> allowed) {
    Optional<String> chosen = Optional.empty();
    for (Node line : settings.all(keyword)) {
      Word word = line.words().get(1);
      if (allowed.contains(word.text())) {
        chosen = Optional.of(word.text());
      } else {
        add(
            word.at(),
            "%s is %s, not \"%s\"; keepalived ignores the line"
                .formatted(keyword, String.join(" or ", allowed), word.text()));
      }
    }
    return chosen;
  }

  private void add(Position at, String message) {
    findings.add(Rule.AUTH_HMAC, at, "%s", message);
  }
}
