package io.vrrplab.keepalived.truth;

import java.util.List;
import java.util.SequencedMap;

/** {@code KEEPALIVED.md}: what was foretold, and what real daemons did. */
record PredictionPage(List<Row> rows, SequencedMap<String, String> excuses) {

  static final String RENEWAL =
      "mvn test -pl scenarios -am -Dtest=PredictionTest -Dsurefire.failIfNoSpecifiedTests=false"
          + " -Drenew=true";

  String text() {
    long cases = rows.stream().map(Row::caseName).distinct().count();
    long held = rows.stream().filter(Row::holds).count();
    StringBuilder page =
        new StringBuilder(
            """
            # Predicted and measured

            Real keepalived 2.2.7 (and FRR 8.4.4 beside it) ran on a small LAN, was stopped, killed, unplugged and
            misconfigured, and every frame was recorded. Here the same configuration files run in the simulator,
            each run with its faults in the phase in which they struck. This page is written by

            ```
            %s
            ```

            and the build fails where it is not up to date.

            A timer holds if the middle of the predictions is within 15 ms of the middle of the measurements; the
            client's outage if each prediction lies within what was measured, give or take one ping; a count or a
            Master if it was seen. %d cases, %d rows, %d hold (%.1f %%).

            | case | action | what | predicted | measured | holds |
            | --- | --- | --- | --- | --- | --- |
            """
                .formatted(RENEWAL, cases, rows.size(), held, 100.0 * held / rows.size()));
    for (Row row : rows) {
      page.append(
          "| %s | %s | %s | %s | %s | %s |\n"
              .formatted(
                  row.caseName(),
                  row.action(),
                  row.quantity(),
                  row.predicted(),
                  row.measured(),
                  row.holds() ? "yes" : "no"));
    }
    page.append("\n## The misses\n\n");
    for (Row row : rows) {
      if (!row.holds()) {
        page.append("- %s: %s\n".formatted(row.key(), excuses.getOrDefault(row.key(), "?")));
      }
    }
    return page.toString();
  }
}
