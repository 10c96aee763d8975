package io.vrrplab.keepalived.truth;

import io.vrrplab.keepalived.truth.Measured.Action;
import io.vrrplab.keepalived.truth.Measured.Case;
import io.vrrplab.keepalived.truth.Measured.Reaction;
import io.vrrplab.keepalived.truth.Measured.Spread;
import io.vrrplab.keepalived.truth.Prediction.Outcome;
import io.vrrplab.keepalived.truth.Prediction.Predicted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One prediction beside what was measured.
 *
 * @param holds whether they agree within what is allowed
 */
record Row(
    String caseName,
    String action,
    String quantity,
    String predicted,
    String measured,
    boolean holds) {

  private static final double TIMER_TOLERANCE_SECONDS = 0.015;

  /** Figures that are timers: the middle of each must agree. */
  private static final SequencedMap<String, String> TIMERS = new LinkedHashMap<>();

  /** Figures that are counted: each must be one of those that were seen. */
  private static final SequencedMap<String, String> COUNTS = new LinkedHashMap<>();

  static {
    TIMERS.put("priority0ToNew", "priority 0 → new Master");
    TIMERS.put("lastAdvertToNew", "last advert → new Master");
    TIMERS.put("initToNew", "start → Master");
    TIMERS.put("faultToNew", "link-up → Master");
    COUNTS.put("priority0Count", "adverts of priority 0");
    COUNTS.put("garpsAtOnce", "GARPs in the first burst");
    COUNTS.put("garpsInSecondBurst", "GARPs in the second burst");
  }

  String key() {
    return caseName + " " + action + " " + quantity;
  }

  /** All that can be compared of a case. */
  static List<Row> of(Case measured, List<Predicted> predicted) {
    List<Row> rows = new ArrayList<>();
    if (predicted.isEmpty()) {
      rows.add(new Row(measured.name(), "start", "first Master", "none: refused", "none", true));
      return rows;
    }
    startRows(measured, predicted, rows);
    for (int i = 0; i < measured.actions().size(); i++) {
      actionRows(measured, i, predicted, rows);
    }
    return rows;
  }

  private static void startRows(Case of, List<Predicted> predicted, List<Row> rows) {
    of.startToMaster()
        .forEach((vrid, byNode) -> {
          if (byNode.isEmpty()) {
            return;
          }
          List<Outcome> outcomes = present(predicted, each -> each.startToMaster().get(vrid));
          String label = "start" + router(of, vrid);
          rows.add(
              who(of, label, "first Master", outcomes, new ArrayList<>(byNode.sequencedKeySet())));
          byNode.forEach((node, spread) -> {
            List<Double> values =
                outcomes.stream()
                    .filter(outcome -> node.equals(outcome.newMaster()))
                    .map(outcome -> Objects.requireNonNull(outcome.figures().get("startToMaster")))
                    .toList();
            if (!values.isEmpty()) {
              rows.add(timer(of, label, "start → Master", values, spread));
            }
          });
        });
  }

  private static void actionRows(Case of, int number, List<Predicted> predicted, List<Row> rows) {
    Action action = of.actions().get(number);
    for (Map.Entry<Integer, Reaction> each : action.reactions().entrySet()) {
      String label = label(of, action) + router(of, each.getKey());
      List<Outcome> outcomes =
          present(predicted, run -> run.outcomes().get(number).get(each.getKey()));
      Reaction reaction = each.getValue();
      rows.add(
          who(
              of,
              label,
              "new Master",
              outcomes,
              new ArrayList<>(reaction.newMaster().sequencedKeySet())));
      figureRows(of, action, label, outcomes, reaction, rows);
    }
    action
        .outages()
        .forEach((address, spread) -> {
          List<Double> values = present(predicted, run -> run.outages().get(number).get(address));
          if (!values.isEmpty()) {
            String which = of.virtualAddresses().size() > 1 ? " of " + address : "";
            rows.add(outage(of, label(of, action), "client outage" + which, values, spread));
          }
        });
  }

  private static void figureRows(
      Case of,
      Action action,
      String label,
      List<Outcome> outcomes,
      Reaction reaction,
      List<Row> rows) {
    TIMERS.forEach((figure, quantity) -> {
      Spread spread = reaction.figures().get(figure);
      List<Double> values = present(outcomes, outcome -> outcome.figures().get(figure));
      if (spread != null && !values.isEmpty() && judged(figure, action.verb(), reaction)) {
        rows.add(timer(of, label, quantity, values, spread));
      }
    });
    COUNTS.forEach((figure, quantity) -> {
      Spread spread = reaction.figures().get(figure);
      List<Double> values = present(outcomes, outcome -> outcome.figures().get(figure));
      if (spread != null && !values.isEmpty()) {
        rows.add(count(of, label, quantity, values, spread));
      }
    });
  }

  /**
   * Which timers say something: after a priority 0 the last advert is a matter of phase, and so is
   * all that a node does that comes back while another is Master.
   */
  private static boolean judged(String figure, String verb, Reaction reaction) {
    boolean comesBack =
        switch (verb) {
          case "start", "boot", "link_up", "if_up", "resume", "sigcont", "addr_add" -> true;
          default -> false;
        };
    return switch (figure) {
      case "lastAdvertToNew" -> !comesBack && !reaction.figures().containsKey("priority0ToNew");
      case "initToNew" -> List.of("start", "boot", "addr_add").contains(verb);
      case "faultToNew" -> verb.equals("link_up") || verb.equals("if_up");
      default -> true;
    };
  }

  private static Row who(
      Case of, String action, String quantity, List<Outcome> outcomes, List<String> seen) {
    TreeSet<String> foretold = new TreeSet<>();
    outcomes.forEach(
        outcome -> foretold.add(outcome.newMaster() == null ? "None" : outcome.newMaster()));
    boolean holds = seen.containsAll(foretold) && !foretold.isEmpty();
    return new Row(
        of.name(), action, quantity, String.join(", ", foretold), String.join(", ", seen), holds);
  }

  private static Row timer(
      Case of, String action, String quantity, List<Double> values, Spread spread) {
    double middle = median(values);
    boolean holds = Math.abs(middle - spread.median()) <= TIMER_TOLERANCE_SECONDS;
    return new Row(of.name(), action, quantity, seconds(middle), seconds(spread.median()), holds);
  }

  private static Row count(
      Case of, String action, String quantity, List<Double> values, Spread spread) {
    boolean holds =
        values.stream().allMatch(value -> value >= spread.min() && value <= spread.max());
    return new Row(
        of.name(), action, quantity, range(values, "%.0f"), range(spread, "%.0f"), holds);
  }

  private static Row outage(
      Case of, String action, String quantity, List<Double> values, Spread spread) {
    double ping = CaseScenario.spacingSeconds(of);
    boolean holds =
        values.stream()
            .allMatch(value ->
                value >= spread.min() - ping - 1e-6 && value <= spread.max() + ping + 1e-6);
    return new Row(
        of.name(), action, quantity, range(values, "%.2f s"), range(spread, "%.2f s"), holds);
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  private static String range(List<Double> values, String format) {
    double min = values.stream().min(Comparator.naturalOrder()).orElseThrow();
    double max = values.stream().max(Comparator.naturalOrder()).orElseThrow();
    return range(min, max, format);
  }

  private static String range(Spread spread, String format) {
    return range(spread.min(), spread.max(), format);
  }

  private static String range(double min, double max, String format) {
    String low = String.format(Locale.ROOT, format, min);
    String high = String.format(Locale.ROOT, format, max);
    return low.equals(high) ? low : low + " to " + high;
  }

  private static String seconds(double value) {
    return String.format(Locale.ROOT, "%.3f s", value);
  }

  private static String label(Case of, Action action) {
    String verb = action.verb() + (action.target() == null ? "" : " " + action.target());
    long same =
        of.actions().stream()
            .filter(each -> each.verb().equals(action.verb()))
            .filter(each -> Objects.equals(each.target(), action.target()))
            .count();
    return same > 1
        ? String.format(Locale.ROOT, "%s at %.0f s", verb, action.nominalSeconds())
        : verb;
  }

  private static String router(Case of, int vrid) {
    return of.startToMaster().size() > 1 ? " (VRID " + vrid + ")" : "";
  }

  private static <T, V> List<V> present(List<T> from, Function<T, @Nullable V> value) {
    List<V> all = new ArrayList<>();
    for (T each : from) {
      V found = value.apply(each);
      if (found != null) {
        all.add(found);
      }
    }
    return all;
  }
}
