package io.vrrplab.keepalived.read;

import io.vrrplab.keepalived.finding.Findings;
import io.vrrplab.keepalived.finding.Rule;
import io.vrrplab.keepalived.syntax.Word;
import java.util.LinkedHashSet;
import java.util.SequencedSet;

/** The blocks track_group so far: a static address, route or rule may name one of them. */
final class TrackGroups {

  private final SequencedSet<String> names = new LinkedHashSet<>();

  void add(String name) {
    names.add(name);
  }

  void check(Word name, Findings findings) {
    if (!names.contains(name.text())) {
      findings.add(
          Rule.TRACK_UNKNOWN,
          name.at(),
          "track_group %s is not defined above; keepalived goes on without it",
          name.text());
    }
  }
}
