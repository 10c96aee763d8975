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
import static io.vrrplab.conformance.mutant.Rewriting.octet;
import static io.vrrplab.conformance.mutant.Rewriting.octets;

import io.vrrplab.conformance.bench.Anatomy;
import io.vrrplab.conformance.bench.Rivals;
import io.vrrplab.conformance.device.Defect;
import io.vrrplab.conformance.device.Settings;
import io.vrrplab.conformance.mutant.Engines.Step;
import io.vrrplab.vrrp.AddressFamily;
import io.vrrplab.vrrp.Advert;
import io.vrrplab.vrrp.Transition;
import io.vrrplab.vrrp.VrrpAction.SendAdvert;
import io.vrrplab.vrrp.VrrpEvent;
import io.vrrplab.wire.IpAddress;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Mutants that are right as a rule, and wrong on one occasion. */
final class WrongOccasions {

  private WrongOccasions() {}

  static List<Mutant> all() {
    return Stream.of(decisions(), questions(), ways()).flatMap(List::stream).toList();
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
        Mutant.everywhere(
            "default-priority-110",
            "takes 110 for the priority of who is told none",
            assuming(s -> s.withPriority(110))),
        Mutant.everywhere(
            "default-interval-2s",
            "takes two seconds for the interval of who is told none",
            assuming(s -> s.withIntervalCs(200))),
        Mutant.everywhere(
            "default-no-preemption",
            "takes preemption for off where nobody says",
            assuming(s -> s.withPreempt(false))),
        Mutant.under(
            "default-accept",
            "takes Accept_Mode for on where nobody says",
            assuming(s -> s.withAccept(true)),
            RFC5798,
            RFC9568),
        Mutant.under(
            "no-interval-below-a-second",
            "takes a shorter interval for a second",
            Defect.ofConfig(config ->
                config.withAdvertisementIntervalCs(
                    Math.max(100, config.advertisementIntervalCs()))),
            RFC5798,
            RFC9568));
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
            "redirects-always",
            "redirects although that is switched off",
            Defect.ofSettings(told -> told.withRedirects(true))),
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

  private static Defect assuming(UnaryOperator<Settings> wrong) {
    return Defect.ofSettings(told -> told.bare() ? wrong.apply(told).asTold() : told);
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

  private static boolean isMulticast(Anatomy frame) {
    return frame.destination().isMulticast();
  }

  private static Defect hearingNo(Predicate<Anatomy> kind) {
    return Defect.ofInbound(dropping(kind));
  }

  private static Mutant over6(String id, String words, Defect defect) {
    return Mutant.under(id, words, defect, RFC5798, RFC9568);
  }
}
