package io.vrrplab.report;

import static io.vrrplab.report.Grid.Lean.LEFT;
import static io.vrrplab.report.Grid.Lean.RIGHT;

import io.vrrplab.measure.AdvertCounts;
import io.vrrplab.measure.MastershipReport;
import io.vrrplab.scenario.RunResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who was Master when, for how long nobody or more than one was, and what the adverts came to. */
final class MastershipSection {

  private static final String INDENT = "  ";
  private static final int TERMS_SHOWN = 20;

  private MastershipSection() {}

  static List<String> lines(RunResult result, Ink ink) {
    List<String> lines = new ArrayList<>();
    for (MastershipReport router : result.virtualRouters()) {
      lines.addAll(router(router, result.durationNanos(), ink));
    }
    if (!result.virtualRouters().isEmpty()) {
      lines.add(adverts(result.adverts()));
    }
    return lines;
  }

  private static List<String> router(MastershipReport router, long endNanos, Ink ink) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s, VRRPv%d, %s"
            .formatted(
                Printable.of(router.id().toString()),
                router.version(),
                router.addresses().isEmpty()
                    ? "no address"
                    : String.join(", ", router.addresses())));
    terms(router.masters(), endNanos).forEach(line -> lines.add(INDENT + line));
    int hidden = router.masters().size() - TERMS_SHOWN;
    if (hidden > 0) {
      lines.add(INDENT + ink.faint("… and %d more terms, all in --json".formatted(hidden)));
    }
    lines.add(INDENT + gaps(router));
    return lines;
  }

  private static List<String> terms(List<MastershipReport.Term> terms, long endNanos) {
    List<@Nullable Long> moments = new ArrayList<>();
    for (MastershipReport.Term term : terms) {
      moments.add(term.fromNanos());
      moments.add(term.toNanos());
    }
    int decimals = Columns.decimals(moments);
    List<List<String>> rows = new ArrayList<>();
    for (MastershipReport.Term term : terms.subList(0, Math.min(TERMS_SHOWN, terms.size()))) {
      Long to = term.toNanos();
      rows.add(
          List.of(
              Printable.of(term.node()),
              TimeText.seconds(term.fromNanos(), decimals) + " s –",
              to == null ? "the end" : TimeText.seconds(to, decimals) + " s",
              TimeText.exact((to == null ? endNanos : to) - term.fromNanos())));
    }
    return Grid.lines(rows, List.of(LEFT, RIGHT, RIGHT, RIGHT));
  }

  private static String gaps(MastershipReport router) {
    if (router.masters().isEmpty()) {
      return "no node ever was Master";
    }
    return "no Master for %s, more than one for %s"
        .formatted(
            TimeText.exact(router.noMasterNanos()), TimeText.exact(router.dualMasterNanos()));
  }

  private static String adverts(AdvertCounts adverts) {
    long rejected = adverts.rejected().values().stream().mapToLong(Long::longValue).sum();
    String line =
        "adverts: %d sent, %d received, %d rejected"
            .formatted(adverts.sent(), adverts.received(), rejected);
    if (rejected == 0) {
      return line;
    }
    return adverts.rejected().entrySet().stream()
        .filter(reason -> reason.getValue() > 0)
        .map(reason -> reason.getKey() + " " + reason.getValue())
        .collect(Collectors.joining(", ", line + " (", ")"));
  }
}
