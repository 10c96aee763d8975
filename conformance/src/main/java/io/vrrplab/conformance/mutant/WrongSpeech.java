package io.vrrplab.conformance.mutant;

import static io.vrrplab.conformance.device.Rfc.RFC3768;
import static io.vrrplab.conformance.device.Rfc.RFC5798;
import static io.vrrplab.conformance.device.Rfc.RFC9568;
import static io.vrrplab.conformance.mutant.Rewriting.adverts;
import static io.vrrplab.conformance.mutant.Rewriting.dropping;
import static io.vrrplab.conformance.mutant.Rewriting.octets;

import io.vrrplab.conformance.bench.Anatomy;
import io.vrrplab.conformance.bench.TestAdvert;
import io.vrrplab.conformance.device.Defect;
import io.vrrplab.conformance.device.Settings;
import io.vrrplab.vrrp.AddressFamily;
import io.vrrplab.wire.Frame;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv6Address;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Mutants whose frames are wrong. */
final class WrongSpeech {

  private static final Ipv4Address SECOND_ADDRESS = Ipv4Address.parse("192.0.2.51");

  private WrongSpeech() {}

  static List<Mutant> all() {
    List<Mutant> all = new ArrayList<>();
    all.addAll(headers());
    all.addAll(messages());
    all.addAll(addresses());
    return all;
  }

  private static List<Mutant> headers() {
    return List.of(
        Mutant.everywhere("says-ttl-254", "sends TTL 254", saying(a -> a.withTtl(254))),
        Mutant.everywhere("says-all-hosts", "advertises to all hosts", saying(a -> a.to(toAll(a)))),
        Mutant.everywhere(
            "says-virtual-source",
            "advertises from the virtual address",
            saying(a -> a.from(virtualAddress(a)))),
        Mutant.everywhere("says-protocol-113", "sends protocol 113", nextHeader(113)),
        Mutant.everywhere(
            "says-broadcast",
            "advertises to the broadcast MAC",
            Defect.ofOutbound(
                octets(
                    Anatomy::isAdvert,
                    frame -> {
                      Arrays.fill(frame, 0, 6, (byte) 0xff);
                      return frame;
                    }))),
        Mutant.everywhere(
            "says-mac-of-7-bits",
            "cuts the VRID in its MAC to seven bits",
            Defect.ofOutbound(
                octets(
                    Anatomy::isAdvert,
                    frame -> {
                      frame[11] &= 0x7f;
                      return frame;
                    }))));
  }

  private static List<Mutant> messages() {
    return List.of(
        Mutant.everywhere("says-version-4", "sends version 4", saying(a -> a.withOctet(0, 0x41))),
        Mutant.everywhere(
            "says-type-2",
            "sends type 2",
            saying(a -> a.withOctet(0, a.message().at(0) & 0xf0 | 2))),
        Mutant.everywhere(
            "says-vrid-51", "advertises for VRID 51 always", saying(a -> a.withOctet(1, 51))),
        Mutant.everywhere(
            "says-priority-100",
            "sends priority 100 in place of any other but 0",
            saying(a -> a.message().at(2) == 0 ? a : a.withOctet(2, 100))),
        Mutant.everywhere(
            "says-no-release",
            "sends its priority in place of 0",
            saying(a -> a.message().at(2) == 0 ? a.withOctet(2, 100) : a)),
        Mutant.everywhere("says-count-1", "counts one address", saying(a -> a.withOctet(3, 1))),
        Mutant.everywhere(
            "says-other-address", "lists another address", saying(TestAdvert::forAnother)),
        Mutant.everywhere(
            "says-more", "appends four octets", saying(a -> a.cutTo(a.message().length() + 4))),
        Mutant.under(
            "says-no-trailer",
            "sends no authentication data",
            saying(a -> a.cutTo(a.message().length() - 8)),
            RFC3768),
        Mutant.under("says-1-s", "announces a second", saying(a -> a.withOctet(5, 1)), RFC3768),
        Mutant.under(
            "says-interval-of-8-bits",
            "announces the last octet of its interval only",
            saying(a -> a.withOctet(4, 0)),
            RFC5798,
            RFC9568),
        Mutant.under(
            "says-reserved-bits",
            "sets a reserved bit",
            saying(a -> a.withOctet(4, a.message().at(4) | 0x80)),
            RFC5798,
            RFC9568),
        Mutant.everywhere(
            "says-no-checksum",
            "sends a checksum of 0",
            saying(a ->
                a.spoiled(message -> {
                  message[6] = 0;
                  message[7] = 0;
                  return message;
                }))),
        Mutant.under("says-auth-type-1", "sends type 1", saying(a -> a.withOctet(4, 1)), RFC3768),
        Mutant.under(
            "says-auth-data",
            "sends authentication data",
            saying(a -> a.withOctet(a.message().length() - 1, 0x55)),
            RFC3768),
        Mutant.everywhere(
            "says-twice",
            "sends each advert twice",
            Defect.ofOutbound(
                frame -> Anatomy.of(frame).isAdvert() ? List.of(frame, frame) : List.of(frame))));
  }

  private static List<Mutant> addresses() {
    return List.of(
        Mutant.under(
            "garp-reply",
            "announces by an ARP reply",
            frames(Anatomy::isGratuitousArp, 21, 2),
            RFC3768,
            RFC5798),
        Mutant.everywhere(
            "garp-unicast",
            "announces to one MAC",
            Defect.ofOutbound(
                octets(
                    Anatomy::isGratuitousArp,
                    frame -> {
                      Arrays.fill(frame, 0, 6, (byte) 2);
                      return frame;
                    }))),
        Mutant.everywhere(
            "garp-other-address",
            "announces another address",
            Defect.ofOutbound(
                octets(
                    Anatomy::isGratuitousArp,
                    frame -> {
                      frame[31] = 77;
                      frame[41] = 77;
                      return frame;
                    }))),
        Mutant.everywhere(
            "arp-unanswered",
            "answers no ARP",
            Defect.ofOutbound(
                dropping(f -> !f.isAnnouncement() && (f.isArp() || f.isNeighborAdvertisement())))),
        Mutant.everywhere(
            "arp-first-address-only",
            "answers ARP for its first address only",
            Defect.ofOutbound(dropping(f -> f.claims(SECOND_ADDRESS) && !f.isGratuitousArp()))),
        Mutant.everywhere(
            "arp-always", "answers ARP in every state", Defect.ofChatter(Chatter::answerArp)),
        Mutant.everywhere(
            "echo-always", "answers pings in every state", Defect.ofChatter(Chatter::answerPing)),
        Mutant.everywhere(
            "echo-never",
            "answers no ping",
            Defect.ofOutbound(
                dropping(f ->
                    f.isEchoReplyFrom(
                        Settings.of(f.isIpv6() ? AddressFamily.IPV6 : AddressFamily.IPV4)
                            .addresses()
                            .getFirst())))),
        Mutant.everywhere(
            "release-always",
            "answers a release in every state",
            Defect.ofChatter(Chatter::answerRelease)));
  }

  private static Defect saying(UnaryOperator<TestAdvert> change) {
    return Defect.ofOutbound(adverts(change));
  }

  private static Defect frames(Predicate<Anatomy> kind, int octet, int value) {
    return Defect.ofOutbound(
        octets(
            kind,
            frame -> {
              frame[octet] = (byte) value;
              return frame;
            }));
  }

  private static IpAddress toAll(TestAdvert advert) {
    return switch (AddressFamily.of(advert.source())) {
      case IPV4 -> Ipv4Address.parse("224.0.0.1");
      case IPV6 -> Ipv6Address.ALL_NODES;
    };
  }

  private static IpAddress virtualAddress(TestAdvert advert) {
    return Settings.of(AddressFamily.of(advert.source())).addresses().getFirst();
  }

  private static Defect nextHeader(int protocol) {
    return Defect.ofOutbound(
        octets(
            Anatomy::isAdvert,
            frame -> {
              boolean ipv6 = Anatomy.of(Frame.ofBytes(frame)).isIpv6();
              frame[ipv6 ? 20 : 23] = (byte) protocol;
              return frame;
            }));
  }
}
