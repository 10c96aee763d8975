package io.vrrplab.conformance.mutant;

import static io.vrrplab.conformance.device.Rfc.RFC3768;
import static io.vrrplab.conformance.device.Rfc.RFC5798;
import static io.vrrplab.conformance.device.Rfc.RFC9568;
import static io.vrrplab.conformance.mutant.Rewriting.adverts;
import static io.vrrplab.conformance.mutant.Rewriting.octet;
import static io.vrrplab.conformance.mutant.Rewriting.octets;
import static io.vrrplab.vrrp.AddressFamily.IPV4;
import static io.vrrplab.vrrp.AddressFamily.IPV6;

import io.vrrplab.conformance.bench.Anatomy;
import io.vrrplab.conformance.bench.TestAdvert;
import io.vrrplab.conformance.device.Defect;
import io.vrrplab.conformance.device.Settings;
import io.vrrplab.vrrp.AddressFamily;
import io.vrrplab.wire.Frame;
import io.vrrplab.wire.Ipv6Address;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Mutants that say what is right as a rule, and wrong of one priority, list or address. */
final class WrongWords {

  private static final int RA_FLAGS_AT = 59;
  private static final int RA_HOME_AGENT = 0x20;

  private WrongWords() {}

  static List<Mutant> all() {
    return List.of(
        saying("says-255-for-254", "sends 255 for priority 254", a -> priority(a, 254, 255)),
        saying("says-0-for-1", "sends 0 for priority 1", a -> priority(a, 1, 0)),
        saying("says-swapped-addresses", "lists its last address before", WrongWords::swapped),
        over3("says-count-0", "lists no address", a -> a.withOctet(3, 0).cutTo(8)),
        over3(
            "says-other-family",
            "lists addresses of the other family",
            a -> WrongWords.foreign(a, 8, octet(a, 3))),
        over3(
            "says-both-families",
            "lists an address of the other family as its last",
            a -> WrongWords.foreign(a, a.message().length() - width(a), octet(a, 3))),
        over3(
            "says-checksum-of-next-header-0",
            "sums a pseudo-header without its next header",
            WrongWords::withoutNextHeader),
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
