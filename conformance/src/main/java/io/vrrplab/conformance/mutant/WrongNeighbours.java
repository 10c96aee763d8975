package io.vrrplab.conformance.mutant;

import static io.vrrplab.conformance.device.Rfc.RFC5798;
import static io.vrrplab.conformance.device.Rfc.RFC9568;
import static io.vrrplab.conformance.mutant.Engines.inMaster;
import static io.vrrplab.conformance.mutant.Engines.withPriority;
import static io.vrrplab.conformance.mutant.Rewriting.adverts;
import static io.vrrplab.conformance.mutant.Rewriting.dropping;
import static io.vrrplab.conformance.mutant.Rewriting.octets;

import io.vrrplab.conformance.bench.Anatomy;
import io.vrrplab.conformance.bench.Field;
import io.vrrplab.conformance.device.Defect;
import io.vrrplab.vrrp.AddressFamily;
import io.vrrplab.wire.EthernetFrame;
import io.vrrplab.wire.Frame;
import io.vrrplab.wire.Ipv6Address;
import io.vrrplab.wire.Ipv6Packet;
import io.vrrplab.wire.MacAddress;
import io.vrrplab.wire.NeighborSolicitation;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Mutants that are wrong towards hosts, or about adverts that come an odd way. */
final class WrongNeighbours {

  private static final Ipv6Address MLD = Ipv6Address.MLD_ROUTERS;
  private static final int ND_FLAGS_AT = 58;
  private static final int ND_TARGET_END = 77;
  private static final int SOURCE_MAC_END = 85;
  private static final int HOP_LIMIT_AT = 21;
  private static final int IPV4_SOURCE_END = 29;
  private static final int IPV6_SOURCE_END = 37;

  private WrongNeighbours() {}

  static List<Mutant> all() {
    return Stream.of(announcements(), questions(), forwarding(), ways())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Mutant> announcements() {
    return List.of(
        over6("na-no-router", "clears the router flag", flags(f -> f & 0x7f)),
        over6("na-solicited", "calls each advertisement solicited", flags(f -> f | 0x40)),
        over6("na-no-override", "clears the override flag", flags(f -> f & 0xdf)),
        over6(
            "na-other-target",
            "announces another IPv6 address",
            na(frame -> frame[ND_TARGET_END] ^= 1)),
        over6("na-hop-limit-64", "announces with hop limit 64", na(f -> f[HOP_LIMIT_AT] = 64)),
        over6("na-source-option", "names its MAC as a source", na(f -> f[ND_TARGET_END + 1] = 1)));
  }

  private static List<Mutant> questions() {
    return List.of(
        over6(
            "no-group-ipv6",
            "joins no group of IPv6",
            Defect.ofOutbound(dropping(f -> f.isIpv6() && f.destination().equals(MLD)))),
        Mutant.everywhere(
            "no-group-ipv4",
            "joins no group of IPv4",
            Defect.ofOutbound(dropping(f -> f.value(Field.IGMP_TYPE) == 0x22))),
        over6("no-ra", "sends no RA", Defect.ofOutbound(dropping(Anatomy::isRouterAdvertisement))),
        over6("ra-always", "answers solicitations of routers", Defect.ofChatter(Chatter::answerRs)),
        over6("nd-always", "answers ND in every state", Defect.ofChatter(Chatter::answerNs)),
        over6("echo6-always", "answers pings over IPv6", Defect.ofChatter(Chatter::answerPingIpv6)),
        over6(
            "solicits-as-itself",
            "solicits with its own MAC",
            Defect.ofOutbound(
                octets(Anatomy::isSolicitation, f -> changed(f, b -> b[SOURCE_MAC_END] = 0x0b)))),
        over6("probes-itself", "probes its own address", Defect.ofOutbound(WrongNeighbours::probe)),
        Mutant.under(
            "hears-any-first-address",
            "takes adverts for global addresses",
            Defect.ofInbound(
                adverts(a ->
                    a.message().length() > 8 && a.message().at(8) == 0x20
                        ? a.withOctet(8, 0xfe)
                        : a)),
            RFC9568));
  }

  private static List<Mutant> forwarding() {
    return List.of(
        Mutant.everywhere("forwards-nothing", "forwards nothing", Defect.ofOutbound(unpinged())),
        Mutant.everywhere(
            "forwards-always", "forwards in every state", Defect.ofChatter(Chatter::forward)),
        Mutant.everywhere(
            "redirects-as-itself",
            "redirects from its own address",
            Defect.ofOutbound(
                octets(
                    Anatomy::isRedirect,
                    f ->
                        changed(f, b -> b[b[12] == 8 ? IPV4_SOURCE_END : IPV6_SOURCE_END] = 11)))));
  }

  private static List<Mutant> ways() {
    return List.of(
        Mutant.everywhere(
            "yields-to-itself",
            "yields to its own advert",
            inMaster((step, advert) ->
                advert.source().equals(step.config().primaryAddress())
                    ? step.instead(withPriority(advert, 254))
                    : step.outcome())),
        Mutant.everywhere(
            "unicast-is-release",
            "takes what was not sent to the group for a release",
            Defect.ofInbound(
                adverts(a ->
                    a.destination().equals(AddressFamily.of(a.source()).group())
                        ? a
                        : a.to(AddressFamily.of(a.source()).group()).withOctet(2, 0)))),
        Mutant.everywhere(
            "minds-macs",
            "drops adverts that do not come from the virtual router's MAC",
            Defect.ofInbound(
                dropping(
                    f -> f.isAdvert() && f.value(Field.ETHERNET_SOURCE) >>> 16 != 0x0000_5e00L))));
  }

  private static Mutant over6(String id, String words, Defect defect) {
    return Mutant.under(id, words, defect, RFC5798, RFC9568);
  }

  private static Function<Frame, List<Frame>> unpinged() {
    return dropping(Anatomy::isPing);
  }

  private static Defect flags(UnaryOperator<Integer> change) {
    return na(frame -> frame[ND_FLAGS_AT] = (byte) (int) change.apply(frame[ND_FLAGS_AT] & 0xff));
  }

  /** The checksum of ICMPv6 is no business of the cases. */
  private static Defect na(Consumer<byte[]> change) {
    Predicate<Anatomy> kind = Anatomy::isNeighborAdvertisement;
    return Defect.ofOutbound(octets(kind, frame -> changed(frame, change)));
  }

  private static byte[] changed(byte[] frame, Consumer<byte[]> change) {
    change.accept(frame);
    return frame;
  }

  private static List<Frame> probe(Frame frame) {
    Anatomy said = Anatomy.of(frame);
    if (!said.isNeighborAdvertisement() || !said.isAnnouncement()) {
      return List.of(frame);
    }
    Ipv6Address group = said.ndTarget().solicitedNodeGroup();
    NeighborSolicitation question = new NeighborSolicitation(said.ndTarget(), List.of());
    MacAddress from = new MacAddress(said.value(Field.ETHERNET_SOURCE));
    Ipv6Packet packet = Ipv6Packet.of(Ipv6Address.ANY, group, 255, question);
    return List.of(Frame.of(new EthernetFrame(MacAddress.ofMulticast(group), from, packet)), frame);
  }
}
