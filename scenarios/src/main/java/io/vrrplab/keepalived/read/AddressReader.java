package io.vrrplab.keepalived.read;

import io.vrrplab.keepalived.config.VirtualAddress;
import io.vrrplab.keepalived.finding.Rule;
import io.vrrplab.keepalived.syntax.Node;
import io.vrrplab.keepalived.syntax.Word;
import io.vrrplab.wire.IpAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the lines of virtual_ipaddress and static_ipaddress. */
final class AddressReader {

  private final Settings settings;
  private final String interfaceName;
  private final @Nullable TrackGroups groups;

  private AddressReader(Settings settings, String interfaceName, @Nullable TrackGroups groups) {
    this.settings = settings;
    this.interfaceName = interfaceName;
    this.groups = groups;
  }

  /** For addresses that only a Master has. */
  static AddressReader ofVirtual(Settings settings, String interfaceName) {
    return new AddressReader(settings, interfaceName, null);
  }

  /** For addresses that the node has at all times. */
  static AddressReader ofStatic(Settings settings, String interfaceName, TrackGroups groups) {
    return new AddressReader(settings, interfaceName, groups);
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
    AddressOptions options = new AddressOptions(settings, words, address, prefix, groups);
    return options.read()
        ? Optional.of(
            new VirtualAddress(
                address,
                options.prefix(),
                options.device().orElse(interfaceName),
                options.virtualMac(),
                options.tracked(),
                words.getFirst().at()))
        : Optional.empty();
  }
}
