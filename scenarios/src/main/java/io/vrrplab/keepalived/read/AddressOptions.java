package io.vrrplab.keepalived.read;

import io.vrrplab.keepalived.finding.Rule;
import io.vrrplab.keepalived.syntax.Decimal;
import io.vrrplab.keepalived.syntax.Word;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv6Address;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what stands behind an address in its line, as keepalived 2.2.7 was seen to. */
final class AddressOptions {

  private static final Pattern SCOPE = Pattern.compile("site|link|host|nowhere|global");

  /** Longer prefixes leave no address to broadcast to. */
  private static final int LONGEST_BROADCAST = 30;

  private final Settings settings;
  private final List<Word> words;
  private final IpAddress address;
  private final @Nullable TrackGroups groups;
  private int prefix;
  private @Nullable Word device;
  private boolean virtualMac;
  private boolean tracked = true;
  private @Nullable Word peer;
  private @Nullable Word broadcast;
  private boolean grouped;
  private boolean kept = true;
  private int next = 1;

  AddressOptions(
      Settings settings,
      List<Word> words,
      IpAddress address,
      int prefix,
      @Nullable TrackGroups groups) {
    this.settings = settings;
    this.words = words;
    this.address = address;
    this.prefix = prefix;
    this.groups = groups;
  }

  /** Reads them; false where keepalived skips the address. */
  boolean read() {
    while (kept && next < words.size()) {
      Word option = words.get(next++);
      if (!needsValue(option.text())) {
        flag(option);
      } else if (next < words.size()) {
        value(option, words.get(next++));
      } else {
        skip(option, option.text() + " has no value");
      }
    }
    if (kept) {
      checkBroadcast();
    }
    return kept;
  }

  /** With a peer, an address has a prefix as long as itself. */
  int prefix() {
    return prefix;
  }

  Optional<String> device() {
    return Optional.ofNullable(device).map(Word::text);
  }

  boolean virtualMac() {
    return virtualMac;
  }

  boolean tracked() {
    return tracked;
  }

  private boolean needsValue(String option) {
    return switch (option) {
      case "dev", "brd", "broadcast", "scope", "label", "peer", "preferred_lft" -> true;
      case "track_group" -> groups != null;
      default -> false;
    };
  }

  private void flag(Word option) {
    switch (option.text()) {
      case "no_track" -> tracked = false;
      case "home", "-nodad", "mngtmpaddr", "noprefixroute", "autojoin" -> {}
      case String text when text.equals("use_vmac") && groups == null -> virtualMac = true;
      default ->
          odd(
              option,
              "\"%s\" says nothing to keepalived behind an address; it ignores the word"
                  .formatted(option.text()));
    }
  }

  private void value(Word option, Word value) {
    switch (option.text()) {
      case "dev" -> device(value);
      case "scope" -> scope(value);
      case "brd", "broadcast" -> broadcast(value);
      case "label" -> label(value);
      case "peer" -> peer(value);
      case "preferred_lft" -> {
        if (!value.text().equals("forever")
            && !Decimal.isWhole(value.text(), 0, Decimal.MAX_UNSIGNED)) {
          odd(value, "preferred_lft is forever or seconds; keepalived ignores it");
        }
      }
      default -> {
        if (grouped) {
          odd(value, "the address has a track_group already; keepalived ends the line here");
          next = words.size();
        } else if (groups != null) {
          groups.check(value, settings.findings());
          grouped = true;
        }
      }
    }
  }

  private void device(Word value) {
    if (device == null) {
      device = value;
    } else {
      skip(value, "the address has an interface already, " + device.text());
    }
  }

  private void scope(Word scope) {
    String text = scope.text();
    boolean known = SCOPE.matcher(text).matches() || Decimal.isWholeOrHex(text, 0, 255);
    if (!known) {
      odd(
          scope,
          "\"%s\" is no scope such as global or link; keepalived ignores it".formatted(text));
    } else if (address instanceof Ipv6Address && !List.of("global", "0").contains(text)) {
      odd(
          scope,
          "an IPv6 address has the scope that it is; keepalived ignores \"%s\"".formatted(text));
    }
  }

  private void broadcast(Word value) {
    if (address instanceof Ipv6Address) {
      skip(value, "IPv6 has no broadcast");
    } else if (!List.of("+", "-").contains(value.text())
        && parsed(value.text()).filter(Ipv4Address.class::isInstance).isEmpty()) {
      skip(value, "\"%s\" is no broadcast address".formatted(value.text()));
    }
    broadcast = value;
  }

  private void checkBroadcast() {
    if (broadcast != null && peer != null) {
      odd(broadcast, "an address with a peer has no broadcast; keepalived ignores it");
    } else if (broadcast != null
        && List.of("+", "-").contains(broadcast.text())
        && prefix > LONGEST_BROADCAST) {
      odd(
          broadcast,
          "a prefix of %d bits has no broadcast; keepalived sets none".formatted(prefix));
    }
  }

  private void label(Word value) {
    if (value.text().length() > InstanceReader.LONGEST_NAME) {
      skip(value, "no label has more than %d characters".formatted(InstanceReader.LONGEST_NAME));
    } else if (address instanceof Ipv6Address) {
      odd(value, "an IPv6 address has no label; keepalived ignores it");
    }
  }

  private void peer(Word value) {
    Optional<IpAddress> other = parsed(value.text());
    if (peer != null) {
      odd(value, "the address has a peer already, %s; keepalived keeps it".formatted(peer.text()));
    } else if (other.isEmpty() || other.get().width() != address.width()) {
      odd(
          value,
          "\"%s\" is no address that %s can have as a peer; keepalived ignores it"
              .formatted(value.text(), address));
    } else {
      if (prefix != address.width()) {
        odd(
            value,
            "an address with a peer has no prefix of %d bits; keepalived takes %d"
                .formatted(prefix, address.width()));
      }
      peer = value;
      prefix = address.width();
    }
  }

  private static Optional<IpAddress> parsed(String text) {
    try {
      return Optional.of(IpAddress.parse(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private void skip(Word at, String message) {
    kept = false;
    settings
        .findings()
        .add(Rule.ADDRESS_INVALID, at.at(), "%s; keepalived skips the address", message);
  }

  private void odd(Word at, String message) {
    settings.findings().add(Rule.ADDRESS_OPTION, at.at(), "%s", message);
  }
}
