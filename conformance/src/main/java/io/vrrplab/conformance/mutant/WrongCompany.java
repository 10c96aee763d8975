package io.vrrplab.conformance.mutant;

import static io.vrrplab.conformance.device.Rfc.RFC5798;
import static io.vrrplab.conformance.device.Rfc.RFC9568;
import static io.vrrplab.conformance.mutant.Rewriting.adverts;
import static io.vrrplab.conformance.mutant.Rewriting.dropping;
import static io.vrrplab.conformance.mutant.Rewriting.octets;

import io.vrrplab.conformance.bench.Anatomy;
import io.vrrplab.conformance.bench.Field;
import io.vrrplab.conformance.bench.TestAdvert;
import io.vrrplab.conformance.device.Defect;
import io.vrrplab.conformance.device.LanMixup;
import io.vrrplab.conformance.device.Rfc;
import io.vrrplab.conformance.device.Settings;
import io.vrrplab.vrrp.AddressFamily;
import io.vrrplab.vrrp.DaemonRules;
import io.vrrplab.vrrp.DaemonRules.LinkLoss;
import io.vrrplab.vrrp.Transition;
import io.vrrplab.vrrp.VrrpEngine;
import io.vrrplab.vrrp.VrrpEvent;
import io.vrrplab.vrrp.VrrpState;
import io.vrrplab.wire.Frame;
import io.vrrplab.wire.IpAddress;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Mutants that mix up their virtual routers or LANs, or are wrong about a link. */
final class WrongCompany {

  private static final int FIRST = Settings.IPV4.virtualRouterId();
  private static final int SECOND = FIRST + 1;
  private static final int FIRST_ADDRESS = 50;
  private static final IpAddress SECOND_IPV4 = IpAddress.parse("192.0.2.52");
  private static final IpAddress SECOND_IPV6 = IpAddress.parse("fe80::52");
  private static final IpAddress BEYOND = IpAddress.parse("198.51.100.77");

  private static final int VRID_IN_SOURCE_MAC = 11;
  private static final int VRID_IN_ARP = 27;
  private static final int VRID_IN_ND = 85;
  private static final int LAST_OF_IPV4_SOURCE = 29;
  private static final int LAST_OF_IPV6_SOURCE = 37;

  private static final DaemonRules DEAF_TO_LINKS =
      DaemonRules.STANDARD.withLinkLoss(LinkLoss.UNNOTICED);

  private WrongCompany() {}

  static List<Mutant> all() {
    return Stream.of(routers(), families(), lans(), proxies(), links())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Mutant> routers() {
    return List.of(
        Mutant.everywhere(
            "runs-one-router",
            "advertises for the first of two virtual routers only",
            Defect.ofOutbound(dropping(WrongCompany::isOfSecond))),
        Mutant.everywhere(
            "one-mac-for-all",
            "advertises for all virtual routers from the MAC of the first",
            Defect.ofOutbound(octet(WrongCompany::isOfSecond, VRID_IN_SOURCE_MAC, FIRST))),
        Mutant.everywhere(
            "one-election-for-all",
            "takes an advert for its first virtual router for one to the second as well",
            Defect.ofInbound(frame -> also(frame, FIRST, SECOND, false))),
        Mutant.everywhere(
            "one-release-for-all",
            "takes a release of its second virtual router for one of the first as well",
            Defect.ofInbound(frame -> also(frame, SECOND, FIRST, true))),
        Mutant.everywhere(
            "answers-with-one-mac",
            "answers for all virtual addresses with the MAC of the first virtual router",
            Defect.ofOutbound(WrongCompany::answeringAsFirst)),
        Mutant.everywhere(
            "redirects-from-one-address",
            "redirects from the address of the first virtual router",
            Defect.ofOutbound(WrongCompany::redirectingAsFirst)),
        Mutant.everywhere(
            "releases-one-router",
            "gives up the first of two virtual routers only",
            Defect.ofOutbound(dropping(f -> f.isRelease() && isOfSecond(f)))));
  }

  private static List<Mutant> families() {
    return Stream.of(RFC5798, RFC9568)
        .flatMap(rfc ->
            Stream.of(
                Mutant.under(
                    "one-election-for-families-" + rfc.number(),
                    "takes an advert in one family for one in the other as well",
                    Defect.ofInbound(frame -> inBothFamilies(frame, rfc)),
                    rfc),
                Mutant.under(
                    "one-list-for-families-" + rfc.number(),
                    "lists an address of the other family behind its own",
                    Defect.ofOutbound(adverts(WrongCompany::withAddressOfTheOtherFamily)),
                    rfc)))
        .toList();
  }

  private static TestAdvert withAddressOfTheOtherFamily(TestAdvert advert) {
    int octets = AddressFamily.of(advert.source()) == AddressFamily.IPV4 ? 16 : 4;
    return advert
        .cutTo(advert.message().length() + octets)
        .withOctet(3, advert.message().at(3) + 1);
  }

  private static List<Mutant> lans() {
    return List.of(
        Mutant.everywhere(
            "hears-on-both-lans",
            "takes what it hears on one LAN for heard on both",
            Defect.ofMixup(LanMixup.HEARS)),
        Mutant.everywhere(
            "says-on-both-lans", "advertises on both LANs", Defect.ofMixup(LanMixup.SAYS)),
        Mutant.everywhere(
            "loses-both-lans",
            "takes both links for lost if one is",
            Defect.ofMixup(LanMixup.LOSES)));
  }

  private static List<Mutant> proxies() {
    return List.of(
        Mutant.everywhere(
            "proxies-as-itself",
            "answers for hosts beyond it with its own MAC",
            Defect.ofOutbound(
                octets(
                    f -> f.claims(BEYOND),
                    frame -> {
                      frame[22] = 2;
                      frame[24] = (byte) 0xc0;
                      return frame;
                    }))),
        Mutant.everywhere(
            "proxies-always",
            "answers for hosts beyond it in every state",
            Defect.ofChatter(Chatter::answerArpForHost)),
        Mutant.everywhere(
            "proxies-never",
            "answers for no host beyond it",
            Defect.ofOutbound(dropping(f -> f.claims(BEYOND)))));
  }

  private static List<Mutant> links() {
    return List.of(
        Mutant.everywhere(
            "link-unnoticed",
            "does not notice that its interface goes down",
            Defect.ofConfig(
                config -> config.withProfile(config.profile().withDaemon(DEAF_TO_LINKS)))),
        Mutant.everywhere(
            "link-lost-for-good",
            "does not start anew when its interface comes up",
            Defect.ofEngine((_, right) -> new Remembering(right, false))),
        Mutant.everywhere(
            "link-resumes-as-master",
            "is Master at once when its interface comes up, if it was before",
            Defect.ofEngine((_, right) -> new Remembering(right, true))));
  }

  /** An engine that knows how its virtual router was before it lost its link. */
  private static final class Remembering implements VrrpEngine {
    private final VrrpEngine right;
    private final boolean resumes;
    private boolean fault;
    private boolean wasMaster;

    Remembering(VrrpEngine right, boolean resumes) {
      this.right = right;
      this.resumes = resumes;
    }

    @Override
    public Transition step(VrrpState state, VrrpEvent event) {
      Transition rightly = right.step(state, event);
      if (event instanceof VrrpEvent.Fault) {
        fault = true;
        wasMaster = state instanceof VrrpState.Master;
      }
      if (!fault || !(event instanceof VrrpEvent.Startup)) {
        return rightly;
      }
      if (!resumes) {
        return new Transition(state, List.of(), rightly.decision());
      }
      return wasMaster && rightly.next() instanceof VrrpState.Backup
          ? right.step(rightly.next(), new VrrpEvent.MasterDownTimerExpired())
          : rightly;
    }
  }

  private static boolean isOfSecond(Anatomy frame) {
    return frame.isAdvert() && frame.value(Field.VRRP_VRID) == SECOND;
  }

  /** Hears an advert for one virtual router for another one, and its address, as well. */
  private static List<Frame> also(Frame frame, int from, int to, boolean releases) {
    Anatomy heard = Anatomy.of(frame);
    boolean concerned =
        heard.isAdvert()
            && heard.value(Field.VRRP_VRID) == from
            && heard.isRelease() == releases
            && !heard.addresses().isEmpty();
    if (!concerned) {
      return List.of(frame);
    }
    int lastOfAddress = 8 + heard.source().width() / Byte.SIZE - 1;
    TestAdvert mistaken =
        TestAdvert.read(heard)
            .withOctet(1, to)
            .withOctet(lastOfAddress, lastOfAddress(to, heard.isIpv6()));
    return List.of(frame, mistaken.frame());
  }

  /** The addresses are written alike in both families, but in ten and in sixteen. */
  private static int lastOfAddress(int virtualRouterId, boolean ipv6) {
    if (virtualRouterId == FIRST) {
      return ipv6 ? 0x50 : FIRST_ADDRESS;
    }
    return ipv6 ? 0x52 : 52;
  }

  private static List<Frame> inBothFamilies(Frame frame, Rfc rfc) {
    Anatomy heard = Anatomy.of(frame);
    return heard.isAdvert() && heard.value(Field.VRRP_VERSION) == 3 && !heard.addresses().isEmpty()
        ? List.of(frame, TestAdvert.read(heard).sealedAs(rfc).inTheOtherFamily().frame())
        : List.of(frame);
  }

  private static List<Frame> answeringAsFirst(Frame frame) {
    return octet(f -> f.claims(SECOND_IPV4), VRID_IN_ARP, FIRST).apply(frame).stream()
        .flatMap(each -> octet(f -> f.claims(SECOND_IPV6), VRID_IN_ND, FIRST).apply(each).stream())
        .toList();
  }

  private static List<Frame> redirectingAsFirst(Frame frame) {
    Anatomy said = Anatomy.of(frame);
    int place = said.isIpv6() ? LAST_OF_IPV6_SOURCE : LAST_OF_IPV4_SOURCE;
    Predicate<Anatomy> kind =
        f -> f.isRedirect() && (f.source().equals(SECOND_IPV4) || f.source().equals(SECOND_IPV6));
    return octet(kind, place, lastOfAddress(FIRST, said.isIpv6())).apply(frame);
  }

  private static Function<Frame, List<Frame>> octet(Predicate<Anatomy> kind, int place, int value) {
    return octets(
        kind,
        frame -> {
          frame[place] = (byte) value;
          return frame;
        });
  }
}
