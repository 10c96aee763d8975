package io.vrrplab.keepalived.read;

import io.vrrplab.keepalived.finding.Findings;
import io.vrrplab.keepalived.finding.Rule;
import io.vrrplab.keepalived.syntax.Decimal;
import io.vrrplab.keepalived.syntax.Word;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv6Address;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks over a route, which has no effect here, for what keepalived refuses. */
final class RouteCheck {

  private static final List<String> TRACKED_BY = List.of("dev", "oif", "no_track");

  private static final List<String> FLAGS =
      List.of(
          "unicast local broadcast anycast multicast nat blackhole unreachable prohibit throw onlink"
              .concat(" no_track inet inet6")
              .split(" "));

  private static final List<String> NUMBERS =
      List.of(
          "metric preference priority window reordering initcwnd initrwnd ssthresh advmss mtu cwnd"
              .concat(" hoplimit quickack fastopen_no_cookie")
              .split(" "));

  private static final List<String> WORDS =
      List.of(
          "dev oif table scope tos dsfield protocol rtt rttvar rto_min features congctl"
              .concat(" ttl-propagate realms encap")
              .split(" "));

  private static final Pattern SCOPE = Pattern.compile("global|link|host|site|nowhere|[0-9]+");

  private final List<Word> words;
  private final Findings findings;
  private @Nullable Boolean ipv6;
  private int next;

  private RouteCheck(List<Word> words, Findings findings) {
    this.words = words;
    this.findings = findings;
  }

  static void check(List<Word> words, Findings findings) {
    new RouteCheck(words, findings).check();
  }

  private void check() {
    while (next < words.size()) {
      Word word = words.get(next++);
      switch (word.text()) {
        case "or", "gw" -> {
          findings.add(
              Rule.ROUTE_DEPRECATED, word.at(), "keepalived wants \"%s\" no more", word.text());
          next++;
        }
        case "via", "src", "to" -> address(word);
        case "nexthop" -> nextHops();
        case "pref", "expires" -> onlyIpv6(word);
        case String text when FLAGS.contains(text) -> {}
        case String text when NUMBERS.contains(text) -> number(word);
        case String text when WORDS.contains(text) -> value(word);
        default -> destination(word);
      }
    }
    if (words.stream().noneMatch(word -> TRACKED_BY.contains(word.text()))) {
      findings.add(
          Rule.ROUTE_UNTRACKED,
          words.getFirst().at(),
          "the route names no interface; keepalived cannot watch it");
    }
  }

  /** The value behind an option; null, with a finding, where the line ends. */
  private @Nullable Word argument(Word option) {
    if (next < words.size()) {
      return words.get(next++);
    }
    findings.add(
        Rule.VALUE_MISSING, option.at(), "%s has no value; keepalived ends here", option.text());
    return null;
  }

  private void value(Word option) {
    Word value = argument(option);
    if (value == null) {
      return;
    }
    boolean right =
        switch (option.text()) {
          case "scope" -> SCOPE.matcher(value.text()).matches();
          case "tos", "dsfield" -> !isWhole(value.text(), 256, Integer.MAX_VALUE);
          case "features" -> value.text().equals("ecn");
          default -> true;
        };
    if (!right) {
      invalid(value, option.text() + " \"" + value.text() + "\" is not known");
    }
  }

  private void number(Word option) {
    Word value = argument(option);
    if (value != null && value.text().equals("lock")) {
      value = argument(option);
    }
    int most =
        switch (option.text()) {
          case "hoplimit" -> 255;
          case "quickack", "fastopen_no_cookie" -> 1;
          default -> Integer.MAX_VALUE;
        };
    if (value != null && !isWhole(value.text(), 0, most)) {
      invalid(value, "%s takes a number, not \"%s\"".formatted(option.text(), value.text()));
    }
  }

  private static boolean isWhole(String text, int least, int most) {
    return Decimal.readWhole(text)
        .filter(number -> number.compareTo(BigDecimal.valueOf(least)) >= 0)
        .filter(number -> number.compareTo(BigDecimal.valueOf(most)) <= 0)
        .isPresent();
  }

  private void onlyIpv6(Word option) {
    argument(option);
    if (!Boolean.TRUE.equals(ipv6)) {
      invalid(option, option.text() + " is for IPv6 alone");
    }
  }

  private void address(Word option) {
    Word value = argument(option);
    if (value != null && (value.text().equals("inet") || value.text().equals("inet6"))) {
      value = argument(option);
    }
    if (value != null) {
      destination(value);
    }
  }

  /** The rest of the line: what each neighbour gets. */
  private void nextHops() {
    while (next < words.size()) {
      Word word = words.get(next++);
      switch (word.text()) {
        case "via" -> address(word);
        case "dev", "encap" -> argument(word);
        case "weight" -> {
          Word value = argument(word);
          if (value != null && !isWhole(value.text(), 1, 256)) {
            invalid(value, "a weight is a number from 1 to 256, not \"" + value.text() + "\"");
          }
        }
        case "onlink", "nexthop" -> {}
        default -> invalid(word, "\"%s\" is no word of a nexthop".formatted(word.text()));
      }
    }
  }

  private void destination(Word word) {
    String[] parts = word.text().split("/", -1);
    if (word.text().equals("default")) {
      return;
    }
    try {
      IpAddress address = IpAddress.parse(parts[0]);
      boolean six = address instanceof Ipv6Address;
      if (ipv6 != null && six != ipv6) {
        invalid(word, "IPv4 and IPv6 in one route");
      } else if (parts.length > 1 && !isWhole(parts[1], 0, address.width())) {
        invalid(word, "\"%s\" is no length of a prefix".formatted(parts[1]));
      }
      ipv6 = six;
    } catch (IllegalArgumentException _) {
      invalid(word, "\"%s\" is neither an address nor a word of a route".formatted(word.text()));
    }
  }

  private void invalid(Word word, String message) {
    findings.add(Rule.ROUTE_INVALID, word.at(), "%s; keepalived skips the route", message);
  }
}
