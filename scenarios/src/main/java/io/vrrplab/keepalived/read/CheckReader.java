package io.vrrplab.keepalived.read;

import io.vrrplab.keepalived.Releases;
import io.vrrplab.keepalived.config.TrackFile;
import io.vrrplab.keepalived.config.TrackProcess;
import io.vrrplab.keepalived.config.TrackScript;
import io.vrrplab.keepalived.finding.Rule;
import io.vrrplab.keepalived.syntax.Decimal;
import io.vrrplab.keepalived.syntax.Node;
import io.vrrplab.keepalived.syntax.Word;
import io.vrrplab.vrrp.KeepalivedVersion;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the definitions of scripts, files and processes that instances may track. */
final class CheckReader {

  private static final String IGNORES = "ignores the line";

  /** The largest number that a tracked file may hold at the start. */
  private static final int MOST = 254;

  private final String name;
  private final Settings settings;
  private final KeepalivedVersion version;

  CheckReader(String name, Settings settings, KeepalivedVersion version) {
    this.name = name;
    this.settings = settings;
    this.version = version;
  }

  Optional<TrackScript> script() {
    String command = settings.text("script", "");
    if (command.isBlank()) {
      empty("script");
      return Optional.empty();
    }
    Duration interval = interval("interval").orElse(Duration.ofSeconds(1));
    return Optional.of(
        new TrackScript(
            name,
            command,
            interval,
            interval("timeout").orElse(interval),
            weight(253),
            reverse(),
            settings.integer("rise", 1, Integer.MAX_VALUE, "takes 1").orElse(1),
            settings.integer("fall", 1, Integer.MAX_VALUE, "takes 1").orElse(1),
            settings.has("init_fail"),
            settings.places()));
  }

  /** Whole seconds up to 2.2; keepalived takes 1 for 0. */
  private Optional<Duration> interval(String keyword) {
    if (Releases.has(version, "2.2.8")) {
      return settings.seconds(keyword, "0.001", "4294.967295", "takes 1 s");
    }
    OptionalInt seconds = settings.integer(keyword, 1, 4294, "takes 1 s");
    return seconds.isPresent()
        ? Optional.of(Duration.ofSeconds(seconds.getAsInt()))
        : Optional.empty();
  }

  Optional<TrackFile> file() {
    String path = settings.text("file", "");
    if (path.isEmpty()) {
      empty("file");
      return Optional.empty();
    }
    OptionalInt initial = OptionalInt.empty();
    for (Node node : settings.all("init_file")) {
      checkInitial(node);
      Optional<Word> value = node.value().filter(word -> !word.text().equals("overwrite"));
      initial =
          value.isEmpty()
              ? OptionalInt.of(0)
              : settings.integer(value.get(), "init_file", -MOST, MOST, IGNORES);
    }
    int weight = settings.has("weight") ? weight(254) : 1;
    return Optional.of(new TrackFile(name, path, weight, reverse(), initial, settings.places()));
  }

  private void checkInitial(Node node) {
    for (Word word : node.values().stream().skip(1).toList()) {
      if (!word.text().equals("overwrite") && Decimal.readWhole(word.text()).isEmpty()) {
        settings
            .findings()
            .add(
                Rule.TRACK_OPTION,
                word.at(),
                "\"%s\" is no option of init_file; keepalived ignores it",
                word.text());
      }
    }
  }

  Optional<TrackProcess> process() {
    List<String> command =
        settings.all("process").stream()
            .reduce((_, later) -> later)
            .map(node -> node.values().stream().map(Word::text).toList())
            .orElse(List.of());
    if (command.isEmpty()) {
      empty("process");
      return Optional.empty();
    }
    checkMatch();
    Duration both = delay("delay").orElse(Duration.ZERO);
    return Optional.of(
        new TrackProcess(
            name,
            command,
            weight(254),
            reverse(),
            settings.integer("quorum", 1, 65_535, IGNORES).orElse(1),
            settings.integer("quorum_max", 0, 65_535, IGNORES).orElse(Integer.MAX_VALUE),
            delay("fork_delay").orElse(both),
            delay("terminate_delay").orElse(both),
            settings.places()));
  }

  private void checkMatch() {
    for (Node node : settings.all("param_match")) {
      node.value()
          .filter(word -> !List.of("initial", "partial").contains(word.text()))
          .ifPresent(word ->
              settings
                  .findings()
                  .add(
                      Rule.VALUE_INVALID,
                      word.at(),
                      "param_match is initial or partial, not \"%s\"; keepalived ignores it",
                      word.text()));
    }
  }

  private Optional<Duration> delay(String keyword) {
    return settings.seconds(keyword, "0.000001", "3600", IGNORES);
  }

  private int weight(int most) {
    int weight = 0;
    for (Node node : settings.all("weight")) {
      weight = settings.integer(node.words().get(1), "weight", -most, most, IGNORES).orElse(weight);
    }
    return weight;
  }

  private boolean reverse() {
    boolean reverse = false;
    for (Node node : settings.all("weight")) {
      for (Word word : node.words().stream().skip(2).limit(1).toList()) {
        reverse |= word.text().equals("reverse");
        if (!word.text().equals("reverse")) {
          settings
              .findings()
              .add(
                  Rule.TRACK_OPTION,
                  word.at(),
                  "\"%s\" is no option of a weight; keepalived ignores it",
                  word.text());
        }
      }
    }
    return reverse;
  }

  private void empty(String what) {
    settings
        .findings()
        .add(
            Rule.SCRIPT_EMPTY,
            settings.places().block(),
            "%s has no %s; keepalived removes it, and whoever tracks it runs untracked",
            name,
            what);
  }
}
