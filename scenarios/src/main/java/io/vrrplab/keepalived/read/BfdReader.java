package io.vrrplab.keepalived.read;

import io.vrrplab.keepalived.config.BfdSession;
import io.vrrplab.keepalived.config.Tracker.Kind;
import io.vrrplab.keepalived.finding.Findings;
import io.vrrplab.keepalived.finding.Rule;
import io.vrrplab.keepalived.syntax.Decimal;
import io.vrrplab.keepalived.syntax.Node;
import io.vrrplab.keepalived.syntax.Word;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/** Reads the BFD sessions; what their lines may say is in the table of keywords. */
final class BfdReader {

  private static final int LONGEST_NAME = 31;
  private static final int HEAVIEST = 253;
  private static final Duration LEAST_IDLE_INTERVAL = Duration.ofSeconds(1);

  private final Definitions definitions;
  private final Findings findings;
  private final SequencedSet<String> neighbours = new LinkedHashSet<>();

  BfdReader(Definitions definitions, Findings findings) {
    this.definitions = definitions;
    this.findings = findings;
  }

  /** Adds a session to the definitions; one that asks for the checkers alone is none of VRRP's. */
  void read(Node node, Settings settings) {
    Optional<String> neighbour =
        settings.word("neighbor_ip").or(() -> settings.word("neighbour_ip")).map(Word::text);
    String name = node.value().map(Word::text).orElse("");
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      findings.add(Rule.NAME_MISSING, node.at(), "a bfd_instance has a name of 1 to 31 characters");
    } else if (neighbour.isEmpty()) {
      findings.add(
          Rule.VALUE_MISSING, node.at(), "BFD session %s has no neighbor_ip; it is removed", name);
    } else if (definitions.find(Kind.BFD, name).isPresent() || !neighbours.add(neighbour.get())) {
      findings.add(
          Rule.NAME_TWICE,
          node.at(),
          "there is a BFD session %s, or to its neighbour, above",
          name);
    } else if (settings.has("vrrp") || !settings.has("checker")) {
      definitions.add(session(name, settings));
    }
  }

  private static BfdSession session(String name, Settings settings) {
    int weight = 0;
    boolean reverse = false;
    for (Node line : settings.all("weight")) {
      List<Word> words = line.words();
      weight =
          number(words.get(1))
              .filter(it -> it.abs().compareTo(BigDecimal.valueOf(HEAVIEST)) <= 0)
              .map(BigDecimal::intValue)
              .orElse(weight);
      reverse |= words.size() > 2 && words.get(2).text().equals("reverse");
    }
    Duration idle = LEAST_IDLE_INTERVAL;
    for (Node line : settings.all("idle_tx")) {
      idle =
          number(line.words().get(1))
              .map(millis -> Duration.ofNanos(millis.movePointRight(6).longValue()))
              .filter(it -> it.compareTo(LEAST_IDLE_INTERVAL) >= 0)
              .orElse(idle);
    }
    return new BfdSession(name, idle, weight, reverse);
  }

  private static Optional<BigDecimal> number(Word word) {
    return Decimal.read(word.text());
  }
}
