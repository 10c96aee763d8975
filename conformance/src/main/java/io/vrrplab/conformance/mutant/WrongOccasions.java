package io.vrrplab.conformance.mutant;

import static io.vrrplab.conformance.device.Rfc.RFC3768;
import static io.vrrplab.conformance.device.Rfc.RFC5798;
import static io.vrrplab.conformance.device.Rfc.RFC9568;
import static io.vrrplab.conformance.mutant.Engines.acting;
import static io.vrrplab.conformance.mutant.Engines.deciding;
import static io.vrrplab.conformance.mutant.Engines.inMaster;
import static io.vrrplab.conformance.mutant.Engines.withPriority;
import static io.vrrplab.conformance.mutant.Rewriting.adverts;
import static io.vrrplab.conformance.mutant.Rewriting.dropping;
import static io.vrrplab.conformance.mutant.Rewriting.octets;
import static io.vrrplab.vrrp.AddressFamily.IPV4;
import static io.vrrplab.vrrp.AddressFamily.IPV6;

import io.vrrplab.conformance.bench.Anatomy;
import io.vrrplab.conformance.bench.Rivals;
import io.vrrplab.conformance.bench.TestAdvert;
import io.vrrplab.conformance.device.Defect;
import io.vrrplab.conformance.device.Settings;
import io.vrrplab.conformance.mutant.Engines.Step;
import io.vrrplab.vrrp.AddressFamily;
import io.vrrplab.vrrp.Advert;
import io.vrrplab.vrrp.Transition;
import io.vrrplab.vrrp.VrrpAction.Announce;
import io.vrrplab.vrrp.VrrpAction.SendAdvert;
import io.vrrplab.vrrp.VrrpEvent;
import io.vrrplab.vrrp.VrrpState;
import io.vrrplab.wire.Frame;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv6Address;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Mutants that are right as a rule, and wrong on one occasion. */
final class WrongOccasions {

  private static final int RA_FLAGS_AT = 59;
  private static final int RA_HOME_AGENT = 0x20;

  private WrongOccasions() {}

  static List<Mutant> all() {
    return Stream.of(decisions(), words(), questions(), ways()).flatMap(List::stream).toList();
  }

  private static List<Mutant> decisions() {
    return List.of(
        Mutant.everywhere(
            "highest-starts-as-master",
            "takes priority 254 for the owner's",
            deciding(s -> s.config().priority() == 254 ? WrongElection.eager(s) : s.outcome())),
        Mutant.everywhere(
            "master-tie-backwards",
            "compares addresses from the last octet on",
            inMaster(WrongOccasions::backwards)),
        Mutant.under(
            "asserts-twice",
            "answers a losing advert with two",
            inMaster(WrongOccasions::twice),
            RFC9568),
        Mutant.everywhere(
            "backup-minds-no-stop",
            "stays Backup when it is stopped",
            deciding(s ->
                s.isBackup() && s.event() instanceof VrrpEvent.Shutdown
                    ? s.nothing()
                    : s.outcome())),
        Mutant.under(
            "announces-as-backup",
            "announces its addresses as it becomes Backup",
            deciding(WrongOccasions::announcing),
            RFC5798,
            RFC9568),
        Mutant.everywhere(
            "default-priority-110",
            "takes 110 for the priority of who is told none",
            Defect.ofConfig(c -> c.priority() == 100 ? c.withPriority(110) : c)),
        Mutant.everywhere(
            "default-interval-2s",
            "takes two seconds for the interval of who is told none",
            Defect.ofConfig(
                c -> c.advertisementIntervalCs() == 100 ? c.withAdvertisementIntervalCs(200) : c)),
        Mutant.under(
            "no-interval-below-a-second",
            "takes a shorter interval for a second",
            Defect.ofConfig(config ->
                config.withAdvertisementIntervalCs(
                    Math.max(100, config.advertisementIntervalCs()))),
            RFC5798,
            RFC9568));
  }

  private static List<Mutant> words() {
    return List.of(
        saying("says-255-for-254", "sends 255 for priority 254", a -> priority(a, 254, 255)),
        saying("says-0-for-1", "sends 0 for priority 1", a -> priority(a, 1, 0)),
        saying("says-swapped-addresses", "lists its last address before", WrongOccasions::swapped),
        over3("says-count-0", "lists no address", a -> a.withOctet(3, 0).cutTo(8)),
        over3(
            "says-other-family",
            "lists addresses of the other family",
            a -> WrongOccasions.foreign(a, 8, octet(a, 3))),
        over3(
            "says-both-families",
            "lists an address of the other family as its last",
            a -> WrongOccasions.foreign(a, a.message().length() - width(a), octet(a, 3))),
        over3(
            "says-checksum-of-next-header-0",
            "sums a pseudo-header without its next header",
            WrongOccasions::withoutNextHeader),
        Mutant.under(
            "says-mac-of-version",
            "has another MAC in version 2",
            Defect.ofOutbound(
                octets(
                    Anatomy::isAdvert,
                    frame -> {
                      frame[10] = 3;
                      return frame;
                    })),
            RFC3768),
        Mutant.under(
            "says-eui64",
            "advertises from an address made of the virtual MAC",
            Defect.ofOutbound(
                adverts(a ->
                    a.source() instanceof Ipv6Address
                        ? a.from(Ipv6Address.parse("fe80::200:5eff:fe00:233"))
                        : a)),
            RFC5798),
        over6("ra-home-agent", "calls itself a home agent", Defect.ofOutbound(homeAgent())),
        over6("ra-home-agent-option", "offers a home agent", Defect.ofOutbound(homeAgentOption())));
  }

  private static List<Mutant> questions() {
    return List.of(
        over6(
            "deaf-to-solicited-node-group",
            "hears no solicitation that is sent to a group",
            hearingNo(f -> f.isSolicitation() && isMulticast(f))),
        over6(
            "deaf-to-direct-questions",
            "hears no solicitation that is sent to it alone",
            hearingNo(f -> f.isSolicitation() && !isMulticast(f))),
        Mutant.under(
            "minds-no-announcement",
            "minds no neighbour advertisement that it did not ask for",
            hearingNo(f -> f.isNeighborAdvertisement() && f.isAnnouncement()),
            RFC9568),
        over6(
            "ra-at-adverts",
            "offers itself at each advert",
            Defect.ofChatter(Chatter::offerAtAdvert)),
        Mutant.everywhere(
            "echo-of-first-address",
            "answers no ping to another address than the first",
            Defect.ofOutbound(
                dropping(f ->
                    f.isEchoReplyFrom(IpAddress.parse("192.0.2.51"))
                        || f.isEchoReplyFrom(IpAddress.parse("2001:db8::51"))))));
  }

  private static List<Mutant> ways() {
    return List.of(
        Mutant.everywhere(
            "forwards-adverts", "sends adverts on", Defect.ofChatter(Chatter::forwardAdvert)),
        Mutant.everywhere(
            "redirects-always", "redirects in any case", Defect.ofChatter(Chatter::redirect)),
        Mutant.everywhere(
            "redirects-never",
            "declares redirects and sends none",
            Defect.ofOutbound(dropping(Anatomy::isRedirect))),
        Mutant.under(
            "hears-authentication-header",
            "takes authentication type 2",
            Defect.ofInbound(adverts(a -> octet(a, 4) == 2 ? a.withOctet(4, 0) : a)),
            RFC3768),
        Mutant.under(
            "minds-strangers",
            "drops adverts of routers that it was not told of",
            hearingNo(f ->
                f.isAdvert() && f.source().equals(Rivals.stranger(AddressFamily.of(f.source())))),
            RFC5798,
            RFC9568));
  }

  private static Transition backwards(Step step, Advert advert) {
    if (advert.priority() != step.config().priority()) {
      return step.outcome();
    }
    int compared =
        Arrays.compareUnsigned(reversed(advert.source()), reversed(step.config().primaryAddress()));
    return step.instead(withPriority(advert, step.config().priority() + (compared > 0 ? 1 : -1)));
  }

  private static byte[] reversed(IpAddress address) {
    byte[] octets = Rewriting.octetsOf(address);
    byte[] reversed = new byte[octets.length];
    for (int i = 0; i < octets.length; i++) {
      reversed[i] = octets[octets.length - 1 - i];
    }
    return reversed;
  }

  private static Transition twice(Step step, Advert advert) {
    return advert.priority() == 0
        ? step.outcome()
        : acting(
            step.outcome(),
            actions -> {
              actions.stream().filter(SendAdvert.class::isInstance).toList().forEach(actions::add);
              return actions;
            });
  }

  private static Transition announcing(Step step) {
    Transition right = step.outcome();
    boolean starts = step.event() instanceof VrrpEvent.Startup;
    return starts && right.next() instanceof VrrpState.Backup
        ? acting(
            right,
            actions -> {
              actions.add(new Announce(step.config().addresses(), 1));
              return actions;
            })
        : right;
  }

  private static TestAdvert priority(TestAdvert advert, int from, int to) {
    return octet(advert, 2) == from ? advert.withOctet(2, to) : advert;
  }

  private static TestAdvert swapped(TestAdvert advert) {
    int width = width(advert);
    return octet(advert, 3) < 3
        ? advert
        : advert.with(message -> {
          byte[] second = Arrays.copyOfRange(message, 8 + width, 8 + 2 * width);
          System.arraycopy(message, 8 + 2 * width, message, 8 + width, width);
          System.arraycopy(second, 0, message, 8 + 2 * width, width);
          return message;
        });
  }

  /** Puts addresses of the other family behind so many octets. */
  private static TestAdvert foreign(TestAdvert advert, int kept, int count) {
    AddressFamily other = AddressFamily.of(advert.source()) == IPV4 ? IPV6 : IPV4;
    byte[] address = Rewriting.octetsOf(Settings.of(other).addresses().getFirst());
    return advert.with(message -> {
      byte[] changed = Arrays.copyOf(message, kept + address.length);
      System.arraycopy(address, 0, changed, kept, address.length);
      changed[3] = (byte) count;
      return changed;
    });
  }

  private static TestAdvert withoutNextHeader(TestAdvert advert) {
    if (advert.rfc() == RFC9568 && AddressFamily.of(advert.source()) == IPV4) {
      return advert; // its checksum has no pseudo-header
    }
    return advert.spoiled(message -> {
      int checksum = ((message[6] & 0xff) << 8 | message[7] & 0xff) + 112;
      checksum = (checksum & 0xffff) + (checksum >>> 16);
      message[6] = (byte) (checksum >>> 8);
      message[7] = (byte) checksum;
      return message;
    });
  }

  private static int width(TestAdvert advert) {
    return advert.source().width() / Byte.SIZE;
  }

  private static int octet(TestAdvert advert, int index) {
    return index < advert.message().length() ? advert.message().at(index) : 0;
  }

  private static Function<Frame, List<Frame>> homeAgent() {
    return octets(
        Anatomy::isRouterAdvertisement,
        frame -> {
          frame[RA_FLAGS_AT] |= RA_HOME_AGENT;
          return frame;
        });
  }

  /** Home Agent Information is an option of type 8 and of eight octets (RFC 6275 7.4). */
  private static Function<Frame, List<Frame>> homeAgentOption() {
    return octets(
        Anatomy::isRouterAdvertisement,
        frame -> {
          byte[] longer = Arrays.copyOf(frame, frame.length + 8);
          longer[frame.length] = 8;
          longer[frame.length + 1] = 1;
          return longer;
        });
  }

  private static boolean isMulticast(Anatomy frame) {
    return frame.destination().isMulticast();
  }

  private static Defect hearingNo(Predicate<Anatomy> kind) {
    return Defect.ofInbound(dropping(kind));
  }

  private static Mutant saying(String id, String words, UnaryOperator<TestAdvert> change) {
    return Mutant.everywhere(id, words, Defect.ofOutbound(adverts(change)));
  }

  private static Mutant over3(String id, String words, UnaryOperator<TestAdvert> change) {
    return Mutant.under(id, words, Defect.ofOutbound(adverts(change)), RFC5798, RFC9568);
  }

  private static Mutant over6(String id, String words, Defect defect) {
    return Mutant.under(id, words, defect, RFC5798, RFC9568);
  }
}
