package io.vrrplab.keepalived.read;

import io.vrrplab.keepalived.finding.Findings;
import io.vrrplab.keepalived.finding.Rule;
import io.vrrplab.keepalived.syntax.Decimal;
import io.vrrplab.keepalived.syntax.Word;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Looks over a route, which has no effect here, for what keepalived 2.2.7 refuses, as measured. The
 * names of tables, protocols and the like are those of its host and none of ours.
 */
final class RouteCheck {

  private static final List<String> TYPES =
      List.of(
          "unicast local broadcast anycast multicast nat blackhole unreachable prohibit throw"
              .concat(" xresolve")
              .split(" "));

  private static final List<String> NUMBERS =
      List.of("metric preference priority window initcwnd initrwnd".split(" "));

  /** Those that may be locked against what the kernel learns. */
  private static final List<String> LOCKABLE_NUMBERS =
      List.of("mtu advmss reordering cwnd ssthresh".split(" "));

  private static final List<String> ENCAPSULATED_IP =
      List.of("id dst src tos dsfield ttl hoplimit tc flags".split(" "));

  private static final Pattern SCOPE = Pattern.compile("global|link|host|site|nowhere");
  private static final Pattern TIME =
      Pattern.compile("[0-9]+(\\.[0-9]*)?(m?s|m?secs?)?", Pattern.CASE_INSENSITIVE);

  private final LineWords line;
  private final @Nullable TrackGroups groups;
  private boolean leads;
  private boolean hasInterface;

  private RouteCheck(LineWords line, @Nullable TrackGroups groups) {
    this.line = line;
    this.groups = groups;
  }

  /**
   * Looks at a route.
   *
   * @param groups what a static route may be tracked by; null for a virtual one
   */
  static void check(List<Word> words, @Nullable TrackGroups groups, Findings findings) {
    new RouteCheck(new LineWords("route", words, findings), groups).check();
  }

  private void check() {
    while (line.hasNext()) {
      look(line.next());
    }
    if (!leads && !line.isBroken()) {
      line.invalid(line.first(), "the route has no destination");
    }
    if (line.isBroken()) {
      return;
    }
    line.checkProtocol();
    line.checkTrackGroup(hasInterface);
    if (!hasInterface && !line.isUntracked()) {
      line.add(
          Rule.ROUTE_UNTRACKED,
          line.first(),
          "the route names no interface; keepalived cannot watch it");
    }
  }

  private void look(Word word) {
    switch (word.text()) {
      case "inet", "inet6" -> line.family(word);
      case "or", "gw" -> deprecated(word);
      case "via", "src" -> line.address(word);
      case "from" -> from(word);
      case "dev", "oif" -> {
        hasInterface = true;
        line.argument(word);
      }
      case "nexthop" -> nextHops();
      case "pref", "expires" -> onlyIpv6(word);
      case "realms" -> realms(word);
      case "encap" -> encapsulation(word);
      case "no_track" -> line.untracked();
      case "onlink", "add", "append", "prepend" -> {}
      case "protocol" -> line.protocol(word);
      case "table", "vrf" -> line.argument(word);
      case "rtt", "rttvar", "rto_min" -> matching(word, TIME, true);
      case "congctl" -> lockable(word);
      case "tos", "dsfield", "scope", "features", "ttl-propagate" -> choice(word);
      case "hoplimit" -> line.number(word, 0, 255);
      case "quickack", "fastopen_no_cookie" -> line.number(word, 0, 1);
      case String text when NUMBERS.contains(text) -> line.number(word, 0, Decimal.MAX_UNSIGNED);
      case String text when LOCKABLE_NUMBERS.contains(text) -> {
        Word value = lockable(word);
        if (value != null && !Decimal.isWhole(value.text(), 0, Decimal.MAX_UNSIGNED)) {
          line.notAllowed(word, value);
        }
      }
      default -> destination(word);
    }
  }

  private void deprecated(Word word) {
    line.add(Rule.ROUTE_DEPRECATED, word, "keepalived wants \"%s\" no more".formatted(word.text()));
    line.argument(word);
  }

  private @Nullable Word lockable(Word option) {
    Word value = line.argument(option);
    return value != null && value.text().equals("lock") ? line.argument(option) : value;
  }

  private void matching(Word option, Pattern pattern, boolean lockable) {
    Word value = lockable ? lockable(option) : line.argument(option);
    if (value != null && !pattern.matcher(value.text()).matches()) {
      line.notAllowed(option, value);
    }
  }

  private void choice(Word option) {
    Word value = line.argument(option);
    if (value == null) {
      return;
    }
    String text = value.text();
    boolean right =
        switch (option.text()) {
          case "scope" -> SCOPE.matcher(text).matches() || Decimal.isWholeOrHex(text, 0, 255);
          case "features" -> text.equals("ecn");
          case "ttl-propagate" -> text.equals("enabled") || text.equals("disabled");
          default -> !Decimal.isWholeOrHex(text, 256, Decimal.MAX_UNSIGNED);
        };
    if (!right) {
      line.notAllowed(option, value);
    }
  }

  private void from(Word option) {
    Word value = line.argument(option);
    if (value != null && value.text().indexOf(':') < 0) {
      line.invalid(value, "only IPv6 has routes from somewhere");
    } else if (value != null) {
      line.prefix(value, "\"%s\" is no address");
    }
  }

  private void onlyIpv6(Word option) {
    if (!line.isOf(option, true)) {
      return;
    }
    Word value = line.argument(option);
    if (value == null) {
      return;
    }
    String text = value.text();
    boolean right =
        option.text().equals("pref")
            ? List.of("low", "medium", "high").contains(text) || Decimal.isWhole(text, 0, 255)
            : Decimal.isWhole(text, 0, Decimal.MAX_UNSIGNED);
    if (!right) {
      line.notAllowed(option, value);
    }
  }

  private void realms(Word option) {
    if (line.argument(option) != null) {
      line.isOf(option, false);
    }
  }

  private void encapsulation(Word option) {
    Word kind = line.argument(option);
    if (kind == null) {
      return;
    }
    switch (kind.text()) {
      case "ip", "ip6" -> {
        while (ENCAPSULATED_IP.contains(line.peek())) {
          line.argument(line.next());
        }
      }
      case "mpls", "ila" -> line.argument(kind);
      default -> line.notAllowed(option, kind);
    }
  }

  /** The rest of the line: what each neighbour gets. */
  private void nextHops() {
    while (line.hasNext()) {
      Word word = line.next();
      switch (word.text()) {
        case "via" -> line.address(word);
        case "dev" -> line.argument(word);
        case "encap" -> encapsulation(word);
        case "realms" -> realms(word);
        case "weight" -> line.number(word, 1, 256);
        case "onlink", "nexthop" -> {}
        default -> line.invalid(word, "\"%s\" is no word of a nexthop".formatted(word.text()));
      }
    }
  }

  /** Where the route leads, perhaps behind "to" or a word for what kind of route it is. */
  private void destination(Word first) {
    if (groups != null && first.text().equals("track_group")) {
      line.trackGroup(first, groups);
      return;
    }
    boolean typed = TYPES.contains(first.text());
    Word word = typed || first.text().equals("to") ? line.argument(first) : first;
    if (word != null) {
      leads = true;
      line.prefix(word, "\"%s\" is neither an address nor a word of a route");
    }
  }
}
