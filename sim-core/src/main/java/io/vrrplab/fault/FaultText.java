package io.vrrplab.fault;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Faults in words, as a log tells them. */
final class FaultText {

  private FaultText() {}

  static String of(Fault fault) {
    return switch (fault) {
      case Fault.Stop(String node) -> node + " stops gracefully";
      case Fault.Kill(String node) -> "the daemon of " + node + " is killed";
      case Fault.Crash(String machine) -> machine + " loses power";
      case Fault.Start(String machine) -> machine + " starts";
      case Fault.Restart(String node) -> node + " restarts gracefully";
      case Fault.LinkDown(String machine, String segment) -> link(machine, segment) + " goes down";
      case Fault.LinkUp(String machine, String segment) -> link(machine, segment) + " comes up";
      case Fault.Partition(List<List<String>> groups, Long time) ->
          "the network splits: " + groups(groups) + duration(time);
      case Fault.Heal _ -> "the network heals";
      case Fault.DropAdverts drop -> dropAdverts(drop);
      case Fault.Impair impair -> impair(impair);
    };
  }

  private static String link(String machine, @Nullable String segment) {
    return "the link of " + machine + (segment == null ? "" : " to " + segment);
  }

  private static String groups(List<List<String>> groups) {
    return groups.stream().map(g -> String.join(", ", g)).collect(Collectors.joining(" | "));
  }

  private static String dropAdverts(Fault.DropAdverts drop) {
    Integer count = drop.count();
    String which =
        count == null
            ? "adverts"
            : count == 1 ? "the next advert" : "the next " + count + " adverts";
    return which
        + (drop.from() == null ? "" : " of " + drop.from())
        + (drop.to() == null ? "" : " to " + drop.to())
        + (count != null && count == 1 ? " is lost" : " are lost")
        + duration(drop.forNanos());
  }

  private static String impair(Fault.Impair impair) {
    String direction =
        switch (impair.direction()) {
          case IN -> "incoming ";
          case OUT -> "outgoing ";
          case BOTH -> "";
        };
    return impair.machine()
        + " loses "
        + decimal(BigDecimal.valueOf(impair.loss()).movePointRight(2))
        + " % of its "
        + direction
        + "frames"
        + duration(impair.forNanos());
  }

  private static String duration(@Nullable Long nanos) {
    return nanos == null ? "" : " for " + decimal(BigDecimal.valueOf(nanos, 9)) + " s";
  }

  private static String decimal(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
