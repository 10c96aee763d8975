package io.vrrplab.keepalived.syntax;

import io.vrrplab.keepalived.finding.Findings;
import io.vrrplab.keepalived.finding.Position;
import io.vrrplab.keepalived.finding.Rule;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/** Keywords of a file that are read and change nothing here, told in one line. */
final class SetAside {

  private final Rule rule;
  private final String words;
  private final SequencedSet<String> names = new LinkedHashSet<>();
  private @Nullable Position first;

  SetAside(Rule rule, String words) {
    this.rule = rule;
    this.words = words;
  }

  void add(String name, Position at) {
    names.add(name);
    first = first == null ? at : first;
  }

  void tell(Findings findings) {
    if (first != null) {
      findings.add(rule, first, "%s: %s", words, String.join(", ", names));
    }
  }
}
