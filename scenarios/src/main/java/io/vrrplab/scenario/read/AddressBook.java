package io.vrrplab.scenario.read;

import io.vrrplab.measure.VirtualRouterId;
import io.vrrplab.scenario.spec.VrrpSpec;
import io.vrrplab.wire.IpAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.stream.Stream;

/** Who has which address; an address belongs to one device, or to one virtual router. */
final class AddressBook {

  private record Wanted(Cursor at, IpAddress address) {}

  /** An address counts everywhere, or on one segment if it is link-local. */
  private record Spot(String segment, IpAddress address) {
    static Spot of(String segment, IpAddress address) {
      return new Spot(address.isLinkLocal() ? segment : "", address);
    }
  }

  private final SequencedMap<Spot, String> owners = new LinkedHashMap<>();
  private final SequencedMap<Spot, VirtualRouterId> virtual = new LinkedHashMap<>();
  private final List<VrrpBinder.Member> members = new ArrayList<>();
  private final List<Wanted> wanted = new ArrayList<>();
  private final SequencedSet<IpAddress> unlisted = new LinkedHashSet<>();

  /** Gives a device an address; complains and says false where somebody has it. */
  boolean claim(Cursor at, String segment, IpAddress address, String device) {
    String owner = owners.putIfAbsent(Spot.of(segment, address), device);
    if (owner != null) {
      at.error(
          owner.equals(device)
              ? address + " stands twice"
              : address + " already belongs to \"" + owner + "\"");
    }
    return owner == null;
  }

  void addVirtual(VrrpBinder.Member member) {
    members.add(member);
  }

  /** Notes what a configuration has, be it that it never takes part. */
  void addUnlisted(VrrpSpec spec) {
    spec.heldAddresses().forEach(unlisted::add);
  }

  /** Notes an address that somebody has to have. */
  void want(Cursor at, IpAddress address) {
    wanted.add(new Wanted(at, address));
  }

  /** Complains where virtual addresses clash with others; call it when all devices are known. */
  void checkVirtualAddresses() {
    for (VrrpBinder.Member member : members) {
      member.spec().heldAddresses().forEach(address -> checkVirtual(member, address));
    }
  }

  private void checkVirtual(VrrpBinder.Member member, IpAddress address) {
    Spot spot = Spot.of(member.spec().segmentOf(address), address);
    VirtualRouterId other = virtual.putIfAbsent(spot, member.id());
    if (other != null && !other.equals(member.id())) {
      member.complain(address + " is already a virtual address of " + other);
    }
    String owner = owners.get(spot);
    if (owner != null
        && members.stream().noneMatch(m -> m.node().equals(owner) && m.serves(address))) {
      member.complain(
          "%s is the own address of \"%s\", which has no part in VRID %d with it"
              .formatted(address, owner, member.spec().vrid()));
    }
  }

  /** Complains where nobody has an address that somebody has to have. */
  void checkWanted() {
    for (Wanted need : wanted) {
      List<IpAddress> taken =
          Stream.concat(
                  Stream.concat(
                          virtual.sequencedKeySet().stream(), owners.sequencedKeySet().stream())
                      .map(Spot::address),
                  unlisted.stream())
              .distinct()
              .toList();
      if (!taken.contains(need.address())) {
        List<String> known = taken.stream().map(IpAddress::toString).toList();
        need.at()
            .error(
                "nobody has "
                    + need.address()
                    + "; "
                    + Hints.nearestOrAll(need.address().toString(), known));
      }
    }
  }
}
