package io.vrrplab.keepalived.read;

import io.vrrplab.keepalived.config.VirtualAddress;
import io.vrrplab.keepalived.finding.Position;
import io.vrrplab.keepalived.finding.Rule;
import io.vrrplab.keepalived.syntax.Node;
import io.vrrplab.keepalived.syntax.Word;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv6Address;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the lines of virtual_ipaddress. */
final class AddressReader {

  private static final Pattern SCOPE = Pattern.compile("site|link|host|nowhere|global|\\d+");

  private final Settings settings;
  private final String interfaceName;

  AddressReader(Settings settings, String interfaceName) {
    this.settings = settings;
    this.interfaceName = interfaceName;
  }

  /** Reads a line; empty where keepalived skips it. */
  Optional<VirtualAddress> read(Node line) {
    Word first = line.words().getFirst();
    int slash = first.text().indexOf('/');
    String address = slash < 0 ? first.text() : first.text().substring(0, slash);
    Optional<IpAddress> parsed =
        settings.address(new Word(address, first.at()), Rule.ADDRESS_INVALID, "a virtual address");
    return parsed.flatMap(it -> {
      String length = slash < 0 ? "" : first.text().substring(slash + 1);
      return options(line.words(), it, prefix(it, length, first));
    });
  }

  private int prefix(IpAddress address, String length, Word word) {
    return length.isEmpty()
        ? address.width()
        : settings
            .integer(
                new Word(length, word.at()),
                "prefix length",
                0,
                address.width(),
                "takes " + address.width())
            .orElse(address.width());
  }

  private Optional<VirtualAddress> options(List<Word> words, IpAddress address, int prefix) {
    String device = interfaceName;
    boolean virtualMac = false;
    boolean tracked = true;
    int i = 1;
    while (i < words.size()) {
      Word option = words.get(i);
      int values = values(option.text());
      if (values < 0) {
        settings
            .findings()
            .add(
                Rule.ADDRESS_OPTION,
                option.at(),
                "\"%s\" says nothing to keepalived behind an address; it ignores the word",
                option.text());
        i++;
        continue;
      }
      if (i + values >= words.size()) {
        lacking(option.at(), option.text());
        return Optional.empty();
      }
      if (!isPossible(option.text(), words.get(Math.min(i + 1, words.size() - 1)))) {
        return Optional.empty();
      }
      switch (option.text()) {
        case "dev" -> device = words.get(i + 1).text();
        case "use_vmac" -> virtualMac = true;
        case "no_track" -> tracked = false;
        case "scope" -> checkScope(words.get(i + 1), address);
        default -> {}
      }
      i += 1 + values;
    }
    Position at = words.getFirst().at();
    return Optional.of(new VirtualAddress(address, prefix, device, virtualMac, tracked, at));
  }

  /** Whether keepalived keeps an address with such an option. */
  private boolean isPossible(String option, Word value) {
    return switch (option) {
      case "brd", "broadcast" ->
          List.of("+", "-").contains(value.text())
              || settings.address(value, Rule.ADDRESS_INVALID, "a broadcast address").isPresent();
      case "peer" -> settings.address(value, Rule.ADDRESS_INVALID, "a peer's address").isPresent();
      case "label" -> {
        boolean fits = value.text().length() <= InstanceReader.LONGEST_NAME;
        if (!fits) {
          settings
              .findings()
              .add(
                  Rule.ADDRESS_OPTION,
                  value.at(),
                  "no label has more than %d characters; keepalived skips the address",
                  InstanceReader.LONGEST_NAME);
        }
        yield fits;
      }
      default -> true;
    };
  }

  private void lacking(Position at, String option) {
    settings
        .findings()
        .add(Rule.ADDRESS_INVALID, at, "%s has no value; keepalived skips the address", option);
  }

  private void checkScope(Word scope, IpAddress address) {
    if (address instanceof Ipv6Address && !scope.text().equals("global")) {
      settings
          .findings()
          .add(
              Rule.ADDRESS_OPTION,
              scope.at(),
              "an IPv6 address has the scope that it is; keepalived ignores \"%s\"",
              scope.text());
    } else if (!SCOPE.matcher(scope.text()).matches()) {
      settings
          .findings()
          .add(
              Rule.ADDRESS_OPTION,
              scope.at(),
              "\"%s\" is no scope such as global or link; keepalived ignores it",
              scope.text());
    }
  }

  /** How many values follow an option; -1 where there is no such option. */
  private static int values(String option) {
    return switch (option) {
      case "dev", "brd", "broadcast", "scope", "label", "peer", "track_group", "preferred_lft" -> 1;
      case "no_track", "use_vmac", "home", "-nodad", "mngtmpaddr", "noprefixroute", "autojoin" -> 0;
      default -> -1;
    };
  }
}
