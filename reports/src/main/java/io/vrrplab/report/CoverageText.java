package io.vrrplab.report;

import io.vrrplab.conformance.Coverage;
import io.vrrplab.conformance.Coverage.Bin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which requirement is tested by which case, for people and as JSON. */
public final class CoverageText {

  private CoverageText() {}

  /** A block for each requirement, and the bins. */
  public static String full(Coverage coverage) {
    StringBuilder text = new StringBuilder();
    for (Coverage.Row row : coverage.rows()) {
      text.append(
          "%s (%s): %s\n"
              .formatted(row.requirement().id(), row.requirement().level(), row.bin().words()));
      line(text, "obeyed", String.join(" ", row.obeyedBy()));
      line(text, "refused", String.join(" ", row.refusedBy()));
      line(text, "reason", row.bin() == Bin.BOTH ? "" : row.excuse());
    }
    return text.append('\n').append(bins(coverage)).toString();
  }

  private static void line(StringBuilder text, String label, String content) {
    if (!content.isEmpty()) {
      text.append("  %-7s  %s\n".formatted(label, content));
    }
  }

  /** How many requirements are in which bin, and the sum. */
  public static String bins(Coverage coverage) {
    int all = coverage.rows().size();
    List<List<String>> rows = new ArrayList<>();
    for (Map.Entry<Bin, Long> bin : coverage.bins().entrySet()) {
      rows.add(
          List.of(bin.getValue().toString(), percent(bin.getValue(), all), bin.getKey().words()));
    }
    rows.add(List.of(Integer.toString(all), percent(all, all), "requirements in all"));
    return String.join(
            "\n", Grid.lines(rows, List.of(Grid.Lean.RIGHT, Grid.Lean.RIGHT, Grid.Lean.LEFT)))
        + "\n";
  }

  private static String percent(long part, int all) {
    return String.format(Locale.ROOT, "%.1f %%", 100.0 * part / all);
  }

  /** As JSON {@code vrrplab-coverage/1}. */
  public static String json(Coverage coverage) {
    return PrettyJson.write(json -> {
      json.writeStartObject();
      json.writeStringProperty("format", "vrrplab-coverage/1");
      json.writeObjectPropertyStart("bins");
      coverage.bins().forEach((bin, count) -> json.writeNumberProperty(bin.words(), count));
      json.writeEndObject();
      json.writeArrayPropertyStart("requirements");
      for (Coverage.Row row : coverage.rows()) {
        json.writeStartObject();
        json.writeStringProperty("id", row.requirement().id());
        json.writeStringProperty("bin", row.bin().words());
        json.writeArrayPropertyStart("obeyed");
        row.obeyedBy().forEach(json::writeString);
        json.writeEndArray();
        json.writeArrayPropertyStart("refused");
        row.refusedBy().forEach(json::writeString);
        json.writeEndArray();
        json.writeStringProperty("reason", row.excuse());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    });
  }
}
