package io.vrrplab.fault;

import io.vrrplab.track.CheckResult;
import io.vrrplab.wire.IpAddress;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Faults in words, to be read after the name of the machine if they strike only one. */
final class FaultText {

  private FaultText() {}

  static String of(Fault fault) {
    return switch (fault) {
      case Fault.Stop _ -> "stops gracefully";
      case Fault.Kill _ -> "has its daemon killed";
      case Fault.Crash _ -> "loses power";
      case Fault.Start _ -> "starts";
      case Fault.Restart _ -> "restarts gracefully";
      case Fault.Pause(_, long nanos) -> "stands still" + duration(nanos);
      case Fault.Freeze(_, long nanos) -> "has its daemon stopped" + duration(nanos);
      case Fault.Reload _ -> "reads its configuration again";
      case Fault.NewConfiguration _ -> "reads its configuration again, which has changed";
      case Fault.SetPriority(_, int vrid, int priority) ->
          "gets priority " + priority + " for VRID " + vrid;
      case Fault.Check(_, CheckResult result) -> check(result);
      case Fault.Clock(_, long ahead) -> clock(ahead);
      case Fault.LinkDown(_, String segment) -> "loses its " + link(segment);
      case Fault.LinkUp(_, String segment) -> "gets its " + link(segment) + " back";
      case Fault.Partition(List<List<String>> groups, Long time) ->
          "splits into " + groups(groups) + duration(time);
      case Fault.Heal _ -> "heals: all links are up and lose nothing more than they did at first";
      case Fault.DropAdverts drop -> dropAdverts(drop);
      case Fault.Impair impair -> impair(impair);
      case Fault.Forget _ -> "forgets which MAC belongs to which address";
      case Fault.RemoveAddress(_, IpAddress address) -> "has other software remove " + address;
      case Fault.AddAddress(_, IpAddress address) -> "has other software add " + address;
      case Fault.InterfaceDown(_, String segment) -> "takes down its " + card(segment);
      case Fault.InterfaceUp(_, String segment) -> "brings up its " + card(segment);
      case Fault.Multicast multicast -> multicast(multicast);
    };
  }

  private static String check(CheckResult result) {
    return switch (result) {
      case CheckResult.OfScript(String script, CheckResult.Outcome outcome) ->
          switch (outcome) {
            case OK -> "finds script " + script + " succeed from now on";
            case FAIL -> "finds script " + script + " fail from now on";
            case HANG -> "finds script " + script + " hang from now on";
          };
      case CheckResult.OfFile(String file, int value) ->
          "finds " + value + " in file " + file + " from now on";
      case CheckResult.OfProcess(String process, int running) ->
          "finds " + running + " of process " + process + " running from now on";
      case CheckResult.OfBfdSession(String session, boolean up) ->
          "finds BFD session " + session + (up ? " up" : " down") + " from now on";
    };
  }

  private static String clock(long aheadNanos) {
    String seconds = decimal(BigDecimal.valueOf(Math.abs(aheadNanos), 9)) + " s ";
    return aheadNanos == 0
        ? "has its clock set right"
        : "has its clock set " + seconds + (aheadNanos > 0 ? "ahead" : "behind");
  }

  private static String link(@Nullable String segment) {
    return "link" + (segment == null ? "" : " to " + segment);
  }

  private static String card(@Nullable String segment) {
    return segment == null ? "interfaces" : "interface on " + segment;
  }

  private static String multicast(Fault.Multicast change) {
    String verb = change.blocked() ? "loses all IP multicast" : "carries IP multicast again";
    return verb + (change.segment() == null ? "" : " on " + change.segment());
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
    return "loses "
        + which
        + (drop.from() == null ? "" : " from " + drop.from())
        + (drop.to() == null ? "" : " to " + drop.to())
        + duration(drop.forNanos());
  }

  private static String impair(Fault.Impair impair) {
    String direction =
        switch (impair.direction()) {
          case IN -> "incoming ";
          case OUT -> "outgoing ";
          case BOTH -> "";
        };
    return "loses "
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
