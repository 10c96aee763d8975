package io.vrrplab.keepalived.read;

import io.vrrplab.keepalived.config.Tracker;
import io.vrrplab.keepalived.config.Tracker.Kind;
import io.vrrplab.keepalived.finding.Position;
import io.vrrplab.keepalived.finding.Rule;
import io.vrrplab.keepalived.syntax.Node;
import io.vrrplab.keepalived.syntax.Word;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/** Reads track_interface, track_script, track_file, track_process and track_bfd. */
final class TrackerReader {

  /** The weights of scripts and interfaces, and of files and processes. */
  private static final int NARROW = 253;

  private static final int WIDE = 254;

  private static final String DROPS = "; keepalived drops the tracker and runs on without it";
  private static final String IGNORES = "; keepalived ignores it";

  private static final List<Kind> KINDS = List.of(Kind.values());

  private final Settings settings;
  private final Definitions definitions;

  TrackerReader(Settings settings, Definitions definitions) {
    this.settings = settings;
    this.definitions = definitions;
  }

  List<Tracker> read() {
    List<Tracker> trackers = new ArrayList<>();
    for (Kind kind : KINDS) {
      List<Node> lines = settings.lines(kind.keyword());
      if (lines.isEmpty()) {
        continue;
      }
      SequencedSet<String> names = new LinkedHashSet<>();
      for (Node line : lines) {
        read(kind, line, names).ifPresent(trackers::add);
      }
    }
    return trackers;
  }

  private Optional<Tracker> read(Kind kind, Node line, SequencedSet<String> names) {
    String name = line.keyword();
    Optional<Definitions.Inherited> definition = definitions.find(kind, name);
    if (definition.isEmpty()) {
      add(
          Rule.TRACK_UNKNOWN,
          line.at(),
          "%s %s is not defined above; keepalived drops the tracker and runs on without it"
              .formatted(kind.keyword(), name));
      return Optional.empty();
    }
    if (!names.add(name)) {
      add(Rule.TRACK_TWICE, line.at(), name + " is tracked already; keepalived ignores this line");
      return Optional.empty();
    }
    return tracker(kind, line, definition.get());
  }

  /** Empty where keepalived drops it. */
  private Optional<Tracker> tracker(Kind kind, Node line, Definitions.Inherited inherited) {
    List<Word> words = line.words();
    if (words.size() == 1) {
      return Optional.of(
          new Tracker(kind, line.keyword(), inherited.weight(), inherited.reverse(), line.at()));
    }
    Word option = words.get(1);
    if (!option.text().equals("weight")) {
      add(Rule.TRACK_OPTION, option.at(), unknown(option) + DROPS);
      return Optional.empty();
    }
    if (words.size() == 2) {
      add(Rule.TRACK_OPTION, option.at(), "weight has no value" + DROPS);
      return Optional.empty();
    }
    int most = kind == Kind.FILE || kind == Kind.PROCESS ? WIDE : NARROW;
    int weight =
        settings
            .integer(words.get(2), "weight", -most, most, "ignores it")
            .orElse(inherited.weight());
    return reverse(kind, words, inherited.reverse())
        .map(reverse -> new Tracker(kind, line.keyword(), weight, reverse, line.at()));
  }

  /** Empty where keepalived drops the tracker, which it does with BFD sessions only. */
  private Optional<Boolean> reverse(Kind kind, List<Word> words, boolean inherited) {
    if (words.size() == 3) {
      return Optional.of(inherited);
    }
    Word word = words.get(3);
    return switch (word.text()) {
      case "reverse" -> Optional.of(true);
      case "noreverse" -> Optional.of(false);
      default -> {
        boolean dropped = kind == Kind.BFD;
        add(Rule.TRACK_OPTION, word.at(), unknown(word) + (dropped ? DROPS : IGNORES));
        yield dropped ? Optional.empty() : Optional.of(inherited);
      }
    };
  }

  private static String unknown(Word word) {
    return "\"%s\" is no option of a tracker".formatted(word.text());
  }

  private void add(Rule rule, Position at, String message) {
    settings.findings().add(rule, at, "%s", message);
  }
}
