package io.vrrplab.conformance.mutant;

import static io.vrrplab.conformance.device.Rfc.RFC3768;
import static io.vrrplab.conformance.device.Rfc.RFC5798;
import static io.vrrplab.conformance.device.Rfc.RFC9568;
import static io.vrrplab.conformance.mutant.Rewriting.adverts;
import static io.vrrplab.conformance.mutant.Rewriting.dropping;
import static io.vrrplab.conformance.mutant.Rewriting.octet;

import io.vrrplab.conformance.bench.Anatomy;
import io.vrrplab.conformance.bench.Field;
import io.vrrplab.conformance.bench.Rivals;
import io.vrrplab.conformance.bench.TestAdvert;
import io.vrrplab.conformance.device.Defect;
import io.vrrplab.conformance.device.Rfc;
import io.vrrplab.conformance.device.Settings;
import io.vrrplab.vrrp.AddressFamily;
import io.vrrplab.vrrp.Transition;
import io.vrrplab.vrrp.VrrpEngine;
import io.vrrplab.vrrp.VrrpEvent;
import io.vrrplab.vrrp.VrrpState;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** Mutants that take what they should refuse, since they hear it mended, or refuse what counts. */
final class WrongHearing {

  /** Where a message begins in a frame with an IPv4 header without options. */
  private static final int PLAIN_IPV4 = 34;

  private static final int VRID = Settings.IPV4.virtualRouterId();

  private WrongHearing() {}

  static List<Mutant> all() {
    return List.of(
        Mutant.everywhere(
            "hears-ttl-254",
            "takes TTL 254",
            hearing(advert -> advert.ttl() == 254 ? advert.withTtl(255) : advert)),
        Mutant.everywhere("hears-any-ttl", "takes any TTL", hearing(a -> a.withTtl(255))),
        version(RFC3768),
        version(RFC5798),
        version(RFC9568),
        Mutant.everywhere(
            "hears-any-type",
            "takes any type",
            hearing(a -> withOctet(a, 0, a.message().at(0) & 0xf0 | 1))),
        stumps(RFC3768),
        stumps(RFC5798),
        stumps(RFC9568),
        Mutant.everywhere(
            "hears-any-count",
            "takes any count for 1",
            hearing(a -> a.message().length() > 8 ? withOctet(a, 3, 1) : a)),
        checksum(RFC3768),
        checksum(RFC5798),
        checksum(RFC9568),
        Mutant.everywhere("hears-any-vrid", "takes any VRID", hearing(a -> withOctet(a, 1, VRID))),
        Mutant.under(
            "hears-password",
            "takes authentication type 1",
            hearing(a -> octet(a, 4) == 1 ? withOctet(a, 4, 0) : a),
            RFC3768),
        Mutant.under(
            "hears-unknown-authentication",
            "takes an unknown authentication type",
            hearing(a -> octet(a, 4) > 2 ? withOctet(a, 4, 0) : a),
            RFC3768),
        Mutant.under(
            "hears-any-interval",
            "takes another interval in version 2",
            hearing(a -> withOctet(a, 5, 1)),
            RFC3768),
        Mutant.under(
            "minds-reserved-bits",
            "drops adverts with reserved bits",
            Defect.ofInbound(dropping(f -> f.isAdvert() && f.value(Field.VRRP_RESERVED) > 0)),
            RFC5798,
            RFC9568),
        Mutant.under(
            "interval-of-8-bits",
            "learns the last octet of an interval only",
            hearing(a -> withOctet(a, 4, 0)),
            RFC5798,
            RFC9568),
        Mutant.under(
            "minds-auth-data",
            "drops adverts with authentication data",
            Defect.ofInbound(
                dropping(f -> f.isAdvert() && f.message().length() > 12 && f.message().at(12) > 0)),
            RFC3768),
        Mutant.everywhere(
            "deaf-to-owner",
            "ignores priority 255",
            Defect.ofInbound(dropping(f -> f.isAdvert() && f.value(Field.VRRP_PRIORITY) == 255))),
        Mutant.everywhere(
            "surplus-is-release",
            "takes what is longer than it should be for a release",
            hearing(a -> isLonger(a) ? a.withOctet(2, 0) : a)),
        Mutant.everywhere(
            "options-are-release",
            "takes what is behind options of IPv4 for a release",
            Defect.ofInbound(frame -> {
              Anatomy heard = Anatomy.of(frame);
              return List.of(
                  heard.isAdvert() && !heard.isIpv6() && heard.messageStart() > PLAIN_IPV4
                      ? TestAdvert.read(heard).withOctet(2, 0).frame()
                      : frame);
            })),
        Mutant.everywhere(
            "deaf-after-flood",
            "hears nothing any more after fifty adverts that were wrong",
            Defect.ofEngine((_, right) -> new Tired(right))),
        Mutant.everywhere(
            "release-of-greater-address-only",
            "minds a release from a greater address only",
            Defect.ofInbound(
                dropping(f ->
                    f.isRelease()
                        && f.source().equals(Rivals.lower(AddressFamily.of(f.source())))))));
  }

  /** An engine that counts what is refused, up to a point. */
  private static final class Tired implements VrrpEngine {
    private final VrrpEngine right;
    private int refused;

    Tired(VrrpEngine right) {
      this.right = right;
    }

    @Override
    public Transition step(VrrpState state, VrrpEvent event) {
      refused += event instanceof VrrpEvent.AdvertRejected ? 1 : 0;
      Transition rightly = right.step(state, event);
      return refused > 50 && event instanceof VrrpEvent.AdvertReceived
          ? new Transition(state, List.of(), rightly.decision())
          : rightly;
    }
  }

  private static boolean isLonger(TestAdvert advert) {
    int counted = octet(advert, 3) * advert.source().width() / Byte.SIZE;
    int trailer = octet(advert, 0) >>> 4 == 2 ? 8 : 0;
    return advert.message().length() > 8 + counted + trailer;
  }

  private static Defect hearing(UnaryOperator<TestAdvert> mend) {
    return Defect.ofInbound(adverts(mend));
  }

  private static TestAdvert withOctet(TestAdvert advert, int index, int value) {
    return index < advert.message().length() && octet(advert, index) != value
        ? advert.withOctet(index, value)
        : advert;
  }

  private static Mutant checksum(Rfc rfc) {
    return Mutant.under(
        "hears-any-checksum-" + rfc.number(),
        "takes any checksum",
        hearing(advert -> advert.sealedAs(rfc)),
        rfc);
  }

  private static Mutant version(Rfc rfc) {
    return Mutant.under(
        "hears-any-version-" + rfc.number(),
        "takes any version for its own",
        hearing(advert -> asVersion(rfc, advert)),
        rfc);
  }

  private static TestAdvert asVersion(Rfc rfc, TestAdvert advert) {
    if (octet(advert, 0) >>> 4 == rfc.version()) {
      return advert;
    }
    boolean needsTrailer = rfc.version() == 2 && octet(advert, 0) >>> 4 == 3;
    return advert
        .sealedAs(rfc)
        .with(message -> {
          byte[] own = Arrays.copyOf(message, message.length + (needsTrailer ? 8 : 0));
          own[0] = (byte) (rfc.version() << 4 | 1);
          own[4] = 0;
          own[5] = (byte) (rfc.version() == 2 ? 1 : 100);
          return own;
        });
  }

  private static Mutant stumps(Rfc rfc) {
    return Mutant.under(
        "hears-stumps-" + rfc.number(),
        "fills up what is incomplete",
        hearing(advert -> filled(rfc, advert)),
        rfc);
  }

  private static TestAdvert filled(Rfc rfc, TestAdvert advert) {
    Settings settings = Settings.of(AddressFamily.of(advert.source()));
    byte[] address = Rewriting.octetsOf(settings.addresses().getFirst());
    int whole = 8 + address.length + (rfc.version() == 2 ? 8 : 0);
    if (advert.message().length() >= whole && octet(advert, 3) <= 1) {
      return advert;
    }
    return advert
        .spoiled(message -> {
          byte[] filled = Arrays.copyOf(message, whole);
          filled[3] = 1;
          System.arraycopy(address, 0, filled, 8, address.length);
          return filled;
        })
        .sealedAs(rfc);
  }
}
